import { expect } from '@jest/globals';
import { anonymous } from '../identity/principal.ts';
import { readState } from '../outbox/outbox-rows.ts';
import { openSqliteDatabase } from '../sql/sqlite-database.ts';
import type { Asked } from './ask-subgraph.ts';
import type { ContractCase } from './contract-suite.ts';
import { asUser } from './people.ts';

/** A service that answers for its outbox: `<name>Outbox`. */
export type OutboxFieldFixture = Readonly<{
  name: string;
  databaseFile: string;
  ask(asked: Asked): Promise<unknown>;
}>;

const addPublished = `INSERT INTO outbox (lane, topic, event_key, event_id, value, created_at, published_at)
  VALUES (0, 'topic', 'key', 'evt_contract', '{}', ?, ?)`;

const at = Date.parse('2027-03-02T09:00:00.000Z');

const queryOf = (name: string) => `{ ${name}Outbox { service waiting oldestWaitingAt lastPublishedAt } }`;

/** Every promise of the field with which a service shows its own outbox. */
export const outboxFieldContract: readonly ContractCase<OutboxFieldFixture>[] = [
  {
    name: 'an operator sees how the outbox in the file of this service stands',
    async run({ name, databaseFile, ask }) {
      await using database = await openSqliteDatabase({ file: databaseFile });
      await database.execute(addPublished, [at, at]);
      const { waiting } = await readState(database);
      const field = { service: name, waiting, lastPublishedAt: new Date(at).toISOString() };
      const answer = await ask({ query: queryOf(name), as: asUser('usr_admin', ['ADMIN']) });
      expect(answer).toMatchObject({ data: { [`${name}Outbox`]: field } });
      expect(answer).not.toHaveProperty('errors');
    },
  },
  {
    name: 'nobody else sees anything of it',
    async run({ name, ask }) {
      for (const as of [anonymous, asUser('usr_traveler'), asUser('usr_support', ['OWNER', 'SUPPORT', 'ANALYST'])]) {
        expect(await ask({ query: queryOf(name), as })).toMatchObject({ data: { [`${name}Outbox`]: null } });
      }
    },
  },
];
