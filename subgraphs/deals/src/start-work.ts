import { type EventWorkDeps, startEventWork } from '@meridian/platform/subgraph/event-work';
import type { Work } from '@meridian/platform/subgraph/service';
import { startRepeatedWork } from '@meridian/platform/time/repeated-work';
import type { Stage } from './events/consumed.ts';
import { startLiveReader } from './events/live-reader.ts';
import type { LiveHub } from './ports/live-hub.ts';

type Deps = Omit<EventWorkDeps, 'service'> &
  Readonly<{ hub: LiveHub; stages: readonly Stage[]; keepHouse: () => Promise<void> }>;

const pauseOfHousekeepingInMs = 30_000;

/** Starts relay, consumers, live reader and housekeeping. */
export async function startWork(deps: Deps): Promise<Work> {
  const events = await startEventWork({ ...deps, service: 'deals' }, deps.stages);
  const live = await startLiveReader(deps);
  const housekeeping = startRepeatedWork({
    work: deps.keepHouse,
    pauseInMs: pauseOfHousekeepingInMs,
    onFailure: (error) => deps.logger.warn({ error }, 'Housekeeping failed. It is tried again soon.'),
  });
  return {
    ...events,
    async close() {
      await housekeeping.close();
      await live.close();
      await events.close();
    },
  };
}
