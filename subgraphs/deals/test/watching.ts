import { expect } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import type { openDealsService } from './harness.ts';

/** A traveler with an account. */
export const ana = asUser('usr_ana');
/** Another one. */
export const eve = asUser('usr_eve');

/** The mutation that {@link watch} runs. */
export const create = `mutation ($input: CreatePriceWatchInput!) { createPriceWatch(input: $input) { __typename
  ... on PriceWatch { id state threshold { amount currency } stockBelow lastStock lastPrice { amount }
    snapshot { title } listing { __typename id } search { kind origin destination cabin city stayType carClass } }
  ... on ValidationFailed { code problems { path message } }
  ... on NotFound { code id } ... on NotPermitted { code } ... on WatchLimitReached { code limit } ... on AlreadyWatched { code watch { id } } } }`;
const inbox = `query ($id: ID!, $unreadOnly: Boolean) {
  _entities(representations: [{ __typename: "User", id: $id }]) { ... on User {
    watches { totalCount edges { node { id state lastPrice { amount } } } }
    alerts(unreadOnly: $unreadOnly) { totalCount unreadCount edges { cursor node { id reason stock cursor observedAt detectedAt
      deliveredAt readAt price { amount } previousPrice { amount } snapshot { title flightNumbers price { amount } } watch { id } } } } } } }`;

/** A service of deals that runs. */
export type Service = Awaited<ReturnType<typeof openDealsService>>;
type Node = Record<string, unknown> & { id: string; cursor: string; price: { amount: string } };
type Inbox = { watches: { totalCount: number }; alerts: { edges: { node: Node }[]; unreadCount: number } };

/** Makes a watch and answers what the mutation answers. */
export const watch = async (service: Service, input: Record<string, unknown>, as = ana) => {
  const { data, errors } = await service.ask({ query: create, variables: { input }, as });
  expect(errors).toBeUndefined();
  return (data as { createPriceWatch: Record<string, unknown> & { id: string } }).createPriceWatch;
};
const change = `mutation ($input: UpdatePriceWatchInput!) { updatePriceWatch(input: $input) { __typename
  ... on PriceWatch { state threshold { amount currency } stockBelow } ... on NotFound { id }
  ... on AlreadyWatched { code path watch { id threshold { amount currency } } } } }`;

/** Changes a watch of Ana's and answers what the mutation answers. */
export const update = async (service: Service, input: Record<string, unknown>) => {
  const { data, errors } = await service.ask({ query: change, variables: { input }, as: ana });
  expect(errors).toBeUndefined();
  return data?.updatePriceWatch;
};
/** Makes a watch that must be refused, and answers the places of its problems. */
export const watchProblems = async (service: Service, input: Record<string, unknown>): Promise<string[]> => {
  const answer = (await watch(service, input)) as never as { __typename: string; problems: { path: string[] }[] };
  expect(answer.__typename).toBe('ValidationFailed');
  return answer.problems.map(({ path }) => path.join('.'));
};
/** What an account sees of its own watches and alerts. */
export const readInbox = async (service: Service, as = ana, unreadOnly = false): Promise<Inbox> => {
  const id = as.kind === 'user' ? as.userId : '';
  const { data, errors } = await service.ask({ query: inbox, variables: { id, unreadOnly }, as });
  expect(errors).toBeUndefined();
  const [user] = (data as { _entities: Inbox[] })._entities;
  return user as Inbox;
};
/** The prices that were told to Ana, the oldest first. */
export const alertPrices = async (service: Service) =>
  (await readInbox(service)).alerts.edges.map(({ node }) => node.price.amount).reverse();
export const usd = (amount: string) => ({ amount, currency: 'USD' });
