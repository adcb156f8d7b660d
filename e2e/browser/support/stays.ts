import { type Node, textAt } from '../../support/api.ts';
import { stayInput } from '../../support/inputs.ts';
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

/** The demo traveler asks the demo owner for a stay of its own. */
export async function askForStay(address: string): Promise<Booked> {
  const id = await letStayOnRequest(address);
  return bookAsTraveler(address, (api) => stayOffer(api, id));
}
