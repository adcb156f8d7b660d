import { describe, expect, test } from '@jest/globals';
import type { Principal } from '@meridian/platform/identity/principal';
import { asUser } from '@meridian/platform/testkit/people';
import { identified } from '@meridian/schema/contracts/content-hash';
import { type ListingsService, openListingsService, owner } from './harness.ts';
import { createRun, newCar, newStay } from './publish-inputs.ts';
import { car, fill, flight, review, segment, stay } from './records.ts';

type Page = Readonly<{
  edges: readonly Readonly<{ cursor: string; node: Readonly<{ id?: string; code?: string; name?: string }> }>[];
  pageInfo: Readonly<{ hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }>;
}>;

const page = 'edges { cursor node { … } } pageInfo { hasNextPage hasPreviousPage endCursor }';
const pageOf = (fields: string) => page.replace('…', fields);

/** Each list by its name: what is asked, with `…` for the place of a page. */
const lists: Readonly<Record<string, string>> = {
  airlines: `{ list: airlines(first: 1 …) { ${pageOf('name')} } }`,
  'airlines, searched': `{ list: airlines(first: 1, search: "sq" …) { ${pageOf('name')} } }`,
  routes: `{ list: routes(first: 1 …) { ${pageOf('id')} } }`,
  'routes from SIN': `{ list: routes(origin: "SIN", first: 1 …) { ${pageOf('id')} } }`,
  reviews: `{ of: stay(id: "sty_0000000000000000000001") { list: reviews(first: 1 …) { ${pageOf('id')} } } }`,
  'reviews of another': `{ of: stay(id: "sty_0000000000000000000002") { list: reviews(first: 1 …) { ${pageOf('id')} } } }`,
  myListings: `{ list: myListings(first: 1 …) { ${pageOf('id')} } }`,
  'myListings, cars': `{ list: myListings(kind: CAR, first: 1 …) { ${pageOf('id')} } }`,
  flights: `{ list: searchFlights(input: { origin: "SIN" }, first: 1 …) { ${pageOf('id')} } }`,
  'flights by duration': `{ list: searchFlights(input: { origin: "SIN" }, sort: DURATION, first: 1 …) { ${pageOf('id')} } }`,
  stays: `{ list: searchStays(input: { place: "SIN" }, first: 1 …) { ${pageOf('id')} } }`,
  'stays in euros': `{ list: searchStays(input: { place: "SIN", currency: "EUR" }, first: 1 …) { ${pageOf('id')} } }`,
  cars: `{ list: searchCars(input: { place: "SIN" }, first: 1 …) { ${pageOf('id')} } }`,
};

const airline = (index: number, name: string, active = true) =>
  identified({ sourceKey: `test:airline:${index}`, icao: `AA${index}`, name, active });

const route = (index: number) =>
  identified({
    ...{ sourceKey: `test:route:${index}`, airline: 'SQ', origin: 'SIN', destination: 'LHR' },
    ...{ stops: 0, codeshare: false, equipment: [] },
  });

/** Two of everything that is listed. */
async function fillLists(service: ListingsService): Promise<void> {
  const { intake } = service;
  await fill(intake);
  await intake.upsertRoutes([route(1), route(2)]);
  const [first, second] = [stay(), stay({ sourceKey: 'test:stay:2', name: 'Second' })];
  await intake.upsertStays([second]);
  const ofStay = ({ sourceKey }: { sourceKey: string }, index: number) =>
    review({ sourceKey: `${sourceKey}:${index}`, listingSourceKey: sourceKey });
  await intake.upsertReviews([0, 1].flatMap((index) => [ofStay(first, index), ofStay(second, index)]));
  await intake.upsertCars([car({ sourceKey: 'test:car:2' })]);
  const again = segment({ departureKey: 'SQ2/SIN/2027-03-10', flightNumber: '2' });
  await intake.upsertFlights([flight({ sourceKey: 'test:flight:2', segments: [again] })]);
  const run = createRun(service);
  for (const input of [newCar, newCar]) await run('createCar', input);
  await run('createStay', newStay);
}

type Asked = Readonly<{ name: string; after?: string; as?: Principal }>;

async function ask(service: ListingsService, { name, after, as = owner }: Asked) {
  const query = (lists[name] ?? '').replace('…', after === undefined ? '' : `after: "${after}"`);
  const { data, errors } = await service.ask(query, {}, as);
  const list: Page | undefined = data.list ?? data.of?.list;
  return { list, errors };
}

/** The cursor behind which the second page begins. */
async function cursorOf(service: ListingsService, name: string): Promise<string> {
  const { list, errors } = await ask(service, { name });
  expect(errors).toEqual([]);
  expect(list?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  return list?.pageInfo.endCursor ?? '';
}

async function expectRefused(service: ListingsService, { name, ...asked }: Asked): Promise<void> {
  const { errors } = await ask(service, { name, ...asked });
  expect([name, errors.map(({ extensions }) => extensions.code)]).toEqual([name, ['BAD_USER_INPUT']]);
}

describe('cursors of lists', () => {
  test('each list goes on behind its own cursor, and refuses every other list’s, a changed one and nonsense', async () => {
    await using service = await openListingsService();
    await fillLists(service);
    const cursors = new Map<string, string>();
    for (const name of Object.keys(lists)) cursors.set(name, await cursorOf(service, name));
    expect(new Set(cursors.values()).size).toBe(Object.keys(lists).length);
    for (const [name, own] of cursors) {
      const { list, errors } = await ask(service, { name, after: own });
      expect([name, errors, list?.pageInfo.hasPreviousPage]).toEqual([name, [], true]);
      for (const [other, foreign] of cursors)
        if (other !== name) await expectRefused(service, { name, after: foreign });
      const changed = `${own.slice(0, 6)}${own[6] === 'A' ? 'B' : 'A'}${own.slice(7)}`;
      await expectRefused(service, { name, after: changed });
      await expectRefused(service, { name, after: 'nonsense' });
      // What cursors were before they were authenticated.
      const unsigned = Buffer.from(JSON.stringify([name, '1'])).toString('base64url');
      await expectRefused(service, { name, after: unsigned });
    }
  });

  test('a cursor of one’s own listings is of no use to another owner', async () => {
    await using service = await openListingsService();
    await fillLists(service);
    const after = await cursorOf(service, 'myListings');
    await expectRefused(service, { name: 'myListings', after, as: asUser('usr_other', ['OWNER']) });
  });

  test('airlines go on where they ended while others come before and the last one goes', async () => {
    await using service = await openListingsService();
    const names = ['Beta', 'Delta', 'Foxtrot', 'Foxtrot'];
    await service.intake.upsertAirlines(names.map((name, index) => airline(index, name, index !== 0)));
    const nameOf = async (after?: string) => {
      const { list } = await ask(service, { name: 'airlines', ...(after === undefined ? {} : { after }) });
      return [list?.edges[0]?.node.name, list?.pageInfo.endCursor ?? ''] as const;
    };
    const [first, behindFirst] = await nameOf();
    expect(first).toBe('Delta');
    await service.intake.upsertAirlines([airline(7, 'Alpha'), airline(1, 'Zulu')]);
    const [second, behindSecond] = await nameOf(behindFirst);
    const [third, behindThird] = await nameOf(behindSecond);
    const [fourth, behindFourth] = await nameOf(behindThird);
    const [last, behindLast] = await nameOf(behindFourth);
    expect([second, third, fourth, last]).toEqual(['Foxtrot', 'Foxtrot', 'Zulu', 'Beta']);
    expect((await nameOf(behindLast))[0]).toBeUndefined();
  });
});
