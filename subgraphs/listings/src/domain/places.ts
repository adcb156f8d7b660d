import { createHash } from 'node:crypto';
import { cityKeyOf, fold } from './folded-text.ts';

/** What a place is. */
export type PlaceKind = 'CITY' | 'AIRPORT' | 'NEIGHBOURHOOD';

/** The id of a place, made of what it is: every process and every import gives the same place the same id. */
export const placeIdOf = (kind: PlaceKind, key: string): string =>
  `plc_${createHash('sha256').update(`${kind}|${key}`).digest('hex').slice(0, 22)}`;

/** Names a neighbourhood across sources: the city's key and its own name. */
export const areaKeyOf = (place: Readonly<{ city: string; countryCode: string }>, area: string): string =>
  `${cityKeyOf(place)}|${fold(area)}`;
