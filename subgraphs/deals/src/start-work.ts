import { joinReadiness, readyUnless } from '@meridian/platform/observability/readiness';
import { type EventWorkDeps, startEventWork } from '@meridian/platform/subgraph/event-work';
import type { Work } from '@meridian/platform/subgraph/service';
import { startRepeatedWork } from '@meridian/platform/time/repeated-work';
import type { EvaluateWatches } from './application/evaluate-watches.ts';
import type { Stage } from './events/consumed.ts';
import { startLiveReader } from './events/live-reader.ts';
import type { DealsStore } from './ports/deals-store.ts';
import type { LiveHub } from './ports/live-hub.ts';
import { startEvaluating } from './start-evaluating.ts';

type Deps = Omit<EventWorkDeps, 'service'> &
  Readonly<{
    store: DealsStore;
    hub: LiveHub;
    stages: readonly Stage[];
    evaluateWatches: EvaluateWatches;
    keepHouse: () => Promise<void>;
  }>;

const pauseOfHousekeepingInMs = 30_000;

/** What watches are still to be held against, as a sentence. Looked at after the events: handling one may leave some to be done. */
async function evaluationsLeft({ store }: Deps) {
  const count = await store.evaluations.count();
  return readyUnless(count > 0 ? [`deals has ${count} changes to hold watches against.`] : []);
}

/** Starts relay, consumers, live reader, what goes on with watches that many look at, and housekeeping. */
export async function startWork(deps: Deps): Promise<Work> {
  const events = await startEventWork({ ...deps, service: 'deals' }, deps.stages);
  const live = await startLiveReader(deps);
  const evaluating = startEvaluating(deps);
  const housekeeping = startRepeatedWork({
    work: deps.keepHouse,
    pauseInMs: pauseOfHousekeepingInMs,
    onFailure: (error) => deps.logger.warn({ error }, 'Housekeeping failed. It is tried again soon.'),
  });
  return {
    ...events,
    readiness: async () => joinReadiness([await events.readiness(), await evaluationsLeft(deps)]),
    async close() {
      await housekeeping.close();
      await evaluating.close();
      await live.close();
      await events.close();
    },
  };
}
