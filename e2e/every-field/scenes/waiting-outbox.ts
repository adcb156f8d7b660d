import type { Afterwards } from '../afterwards.ts';
import type { Stage } from '../stage.ts';

const document = `{ __typename usersOutbox { __typename service waiting oldestWaitingAt lastPublishedAt } }`;

/** No relay takes this lane. */
const lane = 99;

/** An event of users waits, as it does when no relay can publish it: its row lies where none looks. */
export async function playWaitingOutbox({ people, coverage }: Stage, afterwards: Afterwards): Promise<void> {
  const last = '(SELECT MAX(id) FROM outbox)';
  const rows = await afterwards.change('users', `UPDATE outbox SET published_at = NULL, lane = ? WHERE id = ${last}`, [
    lane,
  ]);
  if (rows !== 1) throw new Error('The outbox of users is empty: nobody has signed up within the hour.');
  coverage.record(await people.admin.api.read(document));
  await afterwards.change('users', 'DELETE FROM outbox WHERE lane = ?', [lane]);
}
