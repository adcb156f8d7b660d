import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { type RunningServer, startServer } from '../support/running-server.ts';
import { type Played, play } from './play.ts';

let server: RunningServer;
let played: Played;
beforeAll(async () => {
  server = await startServer({ market: 'small' });
  played = await play(server);
}, 300_000);
afterAll(async () => server[Symbol.asyncDispose]());

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
    const missing = neverSeen().filter((coordinate) => !saysThatItIsNull(coordinate));
    const byDescription = neverSeen().filter(saysThatItIsNull);
    process.stdout.write(
      `Fields that are never non-null: ${missing.length === 0 ? 'none' : missing.join(', ')}; ` +
        `null by their own description: ${byDescription.join(', ')}.\n`,
    );
    expect(missing).toEqual([]);
  });

  test('and every member of every union is answered by its own operations', () => {
    expect(played.stage.coverage.unseenMembers()).toEqual([]);
  });
});
