import { expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { openListingsService } from './harness.ts';
import { createRun, newFlight, newStay } from './publish-inputs.ts';
import { fill } from './records.ts';

const query = `query ($search: String) { allListings(search: $search, kind: FLIGHT, first: 20) {
  edges { node { ... on Flight { segments { flightNumber origin { code } } } } } } }`;

/** The flights that a text finds, by the number of their first leg. */
async function openFinder() {
  const service = await openListingsService();
  await fill(service.intake);
  await createRun(service)('createFlight', newFlight);
  await createRun(service)('createStay', newStay);
  const find = async (search: string): Promise<string[]> => {
    const { data, errors } = await service.ask(query, { search }, asUser('usr_root', ['ADMIN']));
    expect(errors).toEqual([]);
    type Edge = { node: { segments: { flightNumber: string }[] } };
    return data.allListings.edges.map(({ node }: Edge) => node.segments[0]?.flightNumber);
  };
  return { find, [Symbol.asyncDispose]: () => service[Symbol.asyncDispose]() };
}

test('a flight is found by its number, however it is written', async () => {
  await using finder = await openFinder();
  for (const text of ['LH 779', 'lh779', ' LH779 ']) expect(await finder.find(text)).toEqual(['LH 779']);
  // Another number that begins alike is another flight.
  expect(await finder.find('LH 77')).toEqual([]);
});

test('flights are found by the airline’s code and the beginning of its name', async () => {
  await using finder = await openFinder();
  const sold = await finder.find('SQ');
  expect(sold.length).toBeGreaterThan(0);
  for (const number of sold) expect(number).toMatch(/^SQ /);
  expect(await finder.find('singapore air')).toEqual(sold);
  expect(await finder.find('LH')).toEqual(['LH 779']);
});

test('flights are found by an airport on their way and by the city of arrival', async () => {
  await using finder = await openFinder();
  const through = await finder.find('lhr');
  expect(through).toContain('LH 779');
  expect(await finder.find('London')).toContain('LH 779');
  expect(await finder.find('"')).toEqual([]);
  expect(await finder.find('%')).toEqual([]);
});
