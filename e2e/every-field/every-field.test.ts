import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { type RunningServer, startServer } from '../support/running-server.ts';
import { type Exemption, exemptMembers, exemptTypes } from './exemptions.ts';
import { type Played, play } from './play.ts';

const root = resolve(import.meta.dirname, '../..');

let server: RunningServer;
let played: Played;
beforeAll(async () => {
  server = await startServer({ market: 'small' });
  played = await play(server.address);
}, 300_000);
afterAll(async () => server[Symbol.asyncDispose]());

const typeOf = (coordinate: string) => coordinate.split('.')[0] ?? '';
const isExemptType = (coordinate: string) => typeOf(coordinate) in exemptTypes;

/** A field that says of itself that it is null, and why: `path` of a failure that lies in no argument. */
function saysThatItIsNull(coordinate: string): boolean {
  const [typeName = '', field = ''] = coordinate.split('.');
  const type = played.stage.schema.getType(typeName);
  return isObjectType(type) && (type.getFields()[field]?.description ?? '').startsWith('Null: ');
}

const neverSeen = () => [...played.stage.coverage.neverAsked(), ...played.stage.coverage.alwaysNull()];

describe('every field of the supergraph, on the demo market', () => {
  test('is asked for without a fault', () => {
    expect(played.faults).toEqual([]);
    expect(played.queries).toBeGreaterThan(200);
  });

  test('is non-null somewhere, and no list is empty everywhere', () => {
    const missing = neverSeen().filter((coordinate) => !isExemptType(coordinate) && !saysThatItIsNull(coordinate));
    const byDescription = neverSeen().filter(saysThatItIsNull);
    process.stdout.write(
      `Fields that are never non-null: ${missing.length === 0 ? 'none' : missing.join(', ')}; ` +
        `null by their own description: ${byDescription.join(', ')}; ` +
        `shown by tests with a clock: those of ${Object.keys(exemptTypes).join(', ')}.\n`,
    );
    expect(missing).toEqual([]);
  });

  test('and every member of every union is answered by its own operations', () => {
    const missing = played.stage.coverage.unseenMembers().filter((member) => {
      const type = member.split(' = ')[1] ?? '';
      return !(member in exemptMembers) && !(type in exemptTypes);
    });
    expect(missing).toEqual([]);
  });
});

describe('an exemption', () => {
  const all: readonly (readonly [string, Exemption])[] = [
    ...Object.entries(exemptTypes),
    ...Object.entries(exemptMembers),
  ];

  test.each(all)('%s is shown by a test that exists', async (_, { shownBy, mentions }) => {
    expect(await readFile(join(root, shownBy), 'utf8')).toContain(mentions);
  });

  test('is not kept for what is shown here', () => {
    const unseenTypes = new Set(played.stage.coverage.neverAsked().map(typeOf));
    const unseenMembers = played.stage.coverage.unseenMembers();
    expect(Object.keys(exemptTypes).filter((type) => !unseenTypes.has(type))).toEqual([]);
    expect(Object.keys(exemptMembers).filter((member) => !unseenMembers.includes(member))).toEqual([]);
  });
});
