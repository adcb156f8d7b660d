import { type Node, textAt } from '../../support/api.ts';
import { inDays, stayInput } from '../../support/inputs.ts';
import { awaitStock, stayOffer } from '../../support/offers.ts';
import { signInAs } from '../../support/people.ts';
import { type Booked, bookAsTraveler } from './book.ts';

const createDocument = `mutation ($input: CreateStayInput!) {
  createStay(input: $input) { __typename ... on Stay { id } ... on UserError { message } } }`;

/** A stay whose owner, the demo owner, is asked before each booking; waits until it can be booked. */
export async function letStayOnRequest(address: string): Promise<string> {
  const { api } = await signInAs(address, 'owner');
  const { createStay } = (await api.read(createDocument, { input: stayInput({ instantBook: false }) })) as Node;
  const id = textAt(createStay, 'id');
  await awaitStock(api, id);
  return id;
}

/** A hotel with two kinds of room, whose owner is asked; with the address of a visit of two nights for two guests. */
export async function letHotel(address: string): Promise<Readonly<{ id: string; address: string }>> {
  const { api } = await signInAs(address, 'owner');
  const room = (name: string, pricePercent: number) => ({
    ...{ key: name.toLowerCase(), name, pricePercent, maxGuests: 2, units: 3 },
  });
  const input = { ...stayInput(), stayType: 'HOTEL', roomTypes: [room('Double', 100), room('Suite', 250)] };
  const { createStay } = (await api.read(createDocument, { input })) as Node;
  const id = textAt(createStay, 'id');
  await awaitStock(api, id);
  return { id, address: `/stays/${id}?checkIn=${inDays(20)}&checkOut=${inDays(22)}` };
}

/** The demo traveler asks the demo owner for a stay of its own. */
export async function askForStay(address: string): Promise<Booked> {
  const id = await letStayOnRequest(address);
  return bookAsTraveler(address, (api) => stayOffer(api, id));
}
