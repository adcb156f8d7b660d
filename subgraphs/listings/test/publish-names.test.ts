import { expect, test } from '@jest/globals';
import { openListingsService } from './harness.ts';
import { createRun, newCar, newFlight, newStay, pathsOf } from './publish-inputs.ts';
import { fill } from './records.ts';

const invisible = ['\u3164', '\u2800', '\u200B'];

const room = newStay.roomTypes[0];
const fare = newFlight.fares[0];

test.each([
  ['createStay', { ...newStay, title: '?' }, 'input.title'],
  ['createStay', { ...newStay, city: '?' }, 'input.city'],
  ['createStay', { ...newStay, roomTypes: [{ ...room, name: '?' }] }, 'input.roomTypes.0.name'],
  ['createCar', { ...newCar, make: '?' }, 'input.make'],
  ['createCar', { ...newCar, model: '?' }, 'input.model'],
  ['createFlight', { ...newFlight, fares: [{ ...fare, name: '?' }] }, 'input.fares.0.name'],
] as const)(
  '%s: %j is refused where the name is nothing to be seen, or turns the direction of writing',
  async (...mutation) => {
    const [name, input, path] = mutation;
    await using service = await openListingsService();
    await fill(service.intake);
    const run = createRun(service);
    for (const text of [...invisible, 'Quay\u202E House']) {
      const named = JSON.parse(JSON.stringify(input).replace('"?"', JSON.stringify(text))) as typeof input;
      expect([text, new Set(pathsOf(await run(name, named)))]).toEqual([text, new Set([path])]);
    }
  },
);

test('names stand on one line with single spaces, in stays, cars and fares alike', async () => {
  await using service = await openListingsService();
  await fill(service.intake);
  const run = createRun(service);
  const broken = ' Quay\r\nHouse \u00a0 North ';
  const named = 'Quay House North';
  const { id } = await run('createStay', { ...newStay, title: broken, roomTypes: [{ ...room, name: broken }] });
  const { data } = await service.ask('query ($id: ID!) { stay(id: $id) { title roomTypes { name } } }', { id });
  expect(data.stay).toEqual({ title: named, roomTypes: [{ name: named }] });
  expect(await run('createCar', { ...newCar, model: broken })).toMatchObject({ title: `Seat ${named} (2026)` });
  const flight = await run('createFlight', { ...newFlight, fares: [{ ...fare, name: broken }] });
  expect(flight).toMatchObject({ fares: [{ name: named }] });
});
