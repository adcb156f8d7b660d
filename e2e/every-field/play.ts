import type { RunningServer } from '../support/running-server.ts';
import { openAfterwards } from './afterwards.ts';
import type { Coverage } from './coverage.ts';
import { createExplorer } from './explorer.ts';
import { gatherFacts } from './facts.ts';
import { knownArguments, queryRoots } from './roots.ts';
import { playAccounts } from './scenes/accounts.ts';
import { playBookings } from './scenes/bookings.ts';
import { playDeadLetters } from './scenes/dead-letters.ts';
import { playDeals } from './scenes/deals.ts';
import { playLater } from './scenes/later.ts';
import { playListings } from './scenes/listings.ts';
import { playLogs } from './scenes/logs.ts';
import { playCrowd, playMeanwhile } from './scenes/meanwhile.ts';
import { playRequests } from './scenes/requests.ts';
import { playSecondLock } from './scenes/second-lock.ts';
import { playStandstill } from './scenes/standstill.ts';
import { playStreams, playTracking } from './scenes/streams.ts';
import { playWaitingOutbox } from './scenes/waiting-outbox.ts';
import { playWatches } from './scenes/watches.ts';
import { openStage, type Stage } from './stage.ts';

/** What was played: the stage with all that was seen, how many queries it took to explore the rest, and what went wrong in them. */
export type Played = Readonly<{ stage: Stage; queries: number; faults: readonly string[] }>;

/**
 * Makes things happen on a running market, over public addresses only, and then asks for every field of every type that can be
 * reached. Stops the server, and shows on the folder that it leaves what no client can bring about within a test.
 */
export async function play(server: RunningServer): Promise<Played> {
  const stage = await openStage(server.address);
  await playAccounts(stage);
  await playListings(stage);
  const deals = await playDeals(stage);
  const watches = await playWatches(stage);
  await playBookings(stage);
  await playRequests(stage);
  const letters = await playDeadLetters(stage, server.data);
  const facts = await gatherFacts(stage, { ...deals, ...watches, ...letters });
  await playTracking(stage, facts.flightId);
  await playStreams(stage);
  await playLogs(stage);
  const explorer = createExplorer({ schema: stage.schema, coverage: stage.coverage, known: knownArguments(facts) });
  const { admin, traveler } = stage.people;
  const user = { field: 'user', arguments: `(id: "${traveler.userId}")`, api: admin.api };
  for (const root of [user, ...queryRoots(stage, facts)]) await explorer.explore(root);
  await server.stop();
  await playAfterwards(server.data, stage.coverage);
  return { stage, queries: explorer.operations(), faults: explorer.faults() };
}

async function playAfterwards(data: string, coverage: Coverage): Promise<void> {
  await using afterwards = await openAfterwards(data);
  const stage = await openStage(afterwards.address, coverage);
  await playSecondLock(stage.schema, coverage, afterwards);
  await playStandstill(stage, afterwards);
  await playWaitingOutbox(stage, afterwards);
  await playMeanwhile(stage, afterwards);
  await playLater(stage, afterwards);
  await playCrowd(stage, afterwards);
}
