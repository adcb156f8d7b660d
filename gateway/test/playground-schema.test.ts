import { describe, expect, test } from '@jest/globals';
import type { Role } from '@meridian/platform/identity/principal';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { readSchema } from '../playground/src/schema.ts';
import { sessionOf } from '../playground/src/session.ts';
import { createShopIdentity } from './fixtures/shop-identity.ts';

const schema = { __schema: { types: [] } };

/** A server that tells its schema to whoever asks, and how often it was asked. */
function openServer(answer: () => object = () => ({ data: schema })) {
  let asked = 0;
  const fetcher = async () => {
    asked += 1;
    return answer();
  };
  return { fetcher, asked: () => asked };
}

const sessionWith = async (role: Role) => {
  const { tokenOf } = await createShopIdentity(createManualClock(Date.UTC(2026, 10, 20)));
  return sessionOf(await tokenOf('usr_ada', ['TRAVELER', role]));
};

describe('the schema that the playground shows', () => {
  test('is asked for by strangers, at the public door, and by admins', async () => {
    for (const session of [undefined, await sessionWith('ADMIN')]) {
      const { fetcher, asked } = openServer();
      expect([await readSchema(fetcher, session), asked()]).toEqual([schema, 1]);
    }
  });

  test('is not asked for by who would be refused, so that no browser reports an error', async () => {
    for (const session of [await sessionWith('TRAVELER'), sessionOf('no.token'), sessionOf('')]) {
      const { fetcher, asked } = openServer();
      expect([await readSchema(fetcher, session), asked()]).toEqual([null, 0]);
    }
  });

  test('is none when it is refused all the same, and when nobody answers', async () => {
    const unreachable = () => {
      throw new TypeError('fetch failed');
    };
    for (const answer of [() => ({ errors: [{ message: 'No.' }] }), unreachable])
      expect(await readSchema(openServer(answer).fetcher, undefined)).toBeNull();
  });
});
