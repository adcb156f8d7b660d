import { eventually } from '@meridian/demo/eventually';
import { type Api, at, textAt } from './api.ts';
import { inDays } from './inputs.ts';

/** Waits until bookings has heard of a listing and has stock of it. */
export const awaitStock = (api: Api, listingId: string): Promise<unknown> =>
  eventually(async () => {
    const document = 'query ($id: ID!) { listing(id: $id) { availability { remaining } } }';
    return at(await api.read(document, { id: listingId }), 'listing', 'availability', 0);
  });

/** A flight's offer for one adult, signed for whoever asks. */
export async function flightOffer(api: Api, id: string): Promise<string> {
  const data = await api.read('query ($id: ID!) { flight(id: $id) { offer { token } } }', { id });
  return textAt(data, 'flight', 'offer', 'token');
}

/** A stay's offer for two nights, so many days from now. */
export async function stayOffer(api: Api, id: string, days = 20): Promise<string> {
  const document = `query ($id: ID!, $checkIn: LocalDate!, $checkOut: LocalDate!) {
    stay(id: $id) { offer(checkIn: $checkIn, checkOut: $checkOut) { token } } }`;
  const data = await api.read(document, { id, checkIn: inDays(days), checkOut: inDays(days + 2) });
  return textAt(data, 'stay', 'offer', 'token');
}
