import { isLocalDate } from '@meridian/platform/values/local-date';
import { isLocalDateTime } from '@meridian/platform/values/zoned-time';
import { kindOfId } from './listing.ts';

/** What an offer is for. Together with the listing as it is now it gives the offer. */
export type OfferRequest =
  | Readonly<{ kind: 'FLIGHT'; listingId: string; fareId: string; adults: number; children: number }>
  | Readonly<{
      kind: 'STAY';
      listingId: string;
      roomKey: string;
      checkIn: string;
      checkOut: string;
      guests: number;
      rooms: number;
    }>
  | Readonly<{ kind: 'CAR'; listingId: string; pickUpAt: string; dropOffAt: string }>;

const version = 1;
const longestId = 400;

function fieldsOf(request: OfferRequest): readonly (string | number)[] {
  switch (request.kind) {
    case 'FLIGHT':
      return [request.listingId, request.fareId, request.adults, request.children];
    case 'STAY':
      return [request.listingId, request.roomKey, request.checkIn, request.checkOut, request.guests, request.rooms];
    case 'CAR':
      return [request.listingId, request.pickUpAt, request.dropOffAt];
  }
}

/** The id of an offer: it describes the offer, so that one can be made anew from the id alone, at today's price. */
export const offerIdOf = (request: OfferRequest): string =>
  `off_${Buffer.from(JSON.stringify([version, ...fieldsOf(request)])).toString('base64url')}`;

const isCount = (value: unknown, most: number, least = 1): value is number =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

/** Whether so many people can travel, stay or share rooms at all; whoever makes an offer asks it, wherever the request is from. */
export function isPossibleParty(request: OfferRequest): boolean {
  if (request.kind === 'FLIGHT') return isCount(request.adults, 9) && isCount(request.children, 8, 0);
  return request.kind === 'CAR' || (isCount(request.guests, 30) && isCount(request.rooms, 9));
}

function flightOf([listingId, fareId, adults, children]: readonly unknown[]): OfferRequest | undefined {
  if (typeof listingId !== 'string' || typeof fareId !== 'string') return undefined;
  if (!isCount(adults, 9) || !isCount(children, 8, 0)) return undefined;
  return { kind: 'FLIGHT', listingId, fareId, adults, children };
}

function stayOf([listingId, roomKey, checkIn, checkOut, guests, rooms]: readonly unknown[]): OfferRequest | undefined {
  if (typeof listingId !== 'string' || typeof roomKey !== 'string') return undefined;
  if (!isLocalDate(checkIn) || !isLocalDate(checkOut)) return undefined;
  if (!isCount(guests, 30) || !isCount(rooms, 9)) return undefined;
  return { kind: 'STAY', listingId, roomKey, checkIn, checkOut, guests, rooms };
}

function carOf([listingId, pickUpAt, dropOffAt]: readonly unknown[]): OfferRequest | undefined {
  if (typeof listingId !== 'string' || !isLocalDateTime(pickUpAt) || !isLocalDateTime(dropOffAt)) return undefined;
  return { kind: 'CAR', listingId, pickUpAt, dropOffAt };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads an offer's id; undefined for anything that {@link offerIdOf} did not make. */
export function offerRequestOf(id: string): OfferRequest | undefined {
  if (!id.startsWith('off_') || id.length > longestId) return undefined;
  const parsed = parseJson(Buffer.from(id.slice(4), 'base64url').toString('utf8'));
  if (!Array.isArray(parsed) || parsed[0] !== version) return undefined;
  const fields: readonly unknown[] = parsed.slice(1);
  const kind = typeof fields[0] === 'string' ? kindOfId(fields[0]) : undefined;
  if (kind === 'FLIGHT') return flightOf(fields);
  if (kind === 'STAY') return stayOf(fields);
  return kind === 'CAR' ? carOf(fields) : undefined;
}
