import { createApi } from '../../support/api.ts';
import type { Afterwards } from '../afterwards.ts';
import type { Stage } from '../stage.ts';

const pageView = { kind: 'PAGE_VIEW', page: '/standstill' };
const largestBatch = 50;
/** More than analytics holds while the log takes nothing from it. */
const batchesThatFill = 420;

const stand = `ALTER TABLE records ADD COLUMN standstill INTEGER CHECK (value NOT LIKE '%"/standstill"%')`;

/** The log takes nothing of what visitors do, until no more of it can wait; then it is asked for as if nothing had been. */
export async function playStandstill({ expect, address }: Stage, afterwards: Afterwards): Promise<void> {
  const anonymous = createApi(`${address}/graphql`);
  await afterwards.change('log', stand);
  const query = 'mutation ($input: TrackEventsInput!) { trackEvents(input: $input) { __typename } }';
  const input = { events: Array.from({ length: largestBatch }, () => pageView) };
  for (let batch = 0; batch < batchesThatFill; batch += 1) await afterwards.askBehind('analytics', query, { input });
  await expect(anonymous, 'trackEvents', { input: { events: [pageView] }, member: 'TrackingOverloaded' });
  await afterwards.change('log', 'ALTER TABLE records DROP COLUMN standstill');
}
