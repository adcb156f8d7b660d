import type { Party } from '../search/party-search.ts';

/** A traveler as the form holds them. */
export type TravelerDraft = Readonly<{ givenName: string; familyName: string; kind: 'ADULT' | 'CHILD' }>;

/** Reads the fields `0.givenName`, `0.familyName`, … : adults first, then children. */
export function travelersIn(form: Pick<FormData, 'get'>, { adults, children }: Party): TravelerDraft[] {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return Array.from({ length: adults + children }, (_, index) => ({
    givenName: text(`${index}.givenName`),
    familyName: text(`${index}.familyName`),
    kind: index < adults ? 'ADULT' : 'CHILD',
  }));
}
