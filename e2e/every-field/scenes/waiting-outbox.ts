import type { Afterwards } from '../afterwards.ts';
import type { Stage } from '../stage.ts';

const document = `{ __typename usersOutbox { __typename service waiting oldestWaitingAt lastPublishedAt } }`;

/** No relay takes this lane. */
const lane = 99;

/**
 * An event of users waits, as it does when no relay can publish it. It is added where no relay looks, not taken from what was there: a
 * relay may hold any other, and would mark it as published after all.
 */
export async function playWaitingOutbox({ people, coverage }: Stage, afterwards: Afterwards): Promise<void> {
  const added = await afterwards.change(
    'users',
    `INSERT INTO outbox (lane, topic, event_key, event_id, value, created_at) VALUES (?, 'users', 'none', 'none', '{}', ?)`,
    [lane, afterwards.now()],
  );
  if (added !== 1) throw new Error('The outbox of users took no row.');
  coverage.record(await people.admin.api.read(document));
  await afterwards.change('users', 'DELETE FROM outbox WHERE lane = ?', [lane]);
}
