import { type EventWorkDeps, startEventWork } from '@meridian/platform/subgraph/event-work';
import type { Work } from '@meridian/platform/subgraph/service';
import type { Stage } from './events/consumed.ts';
import { startLiveReader } from './events/live-reader.ts';
import type { LiveHub } from './ports/live-hub.ts';

type Deps = Omit<EventWorkDeps, 'service'> &
  Readonly<{ hub: LiveHub; stages: readonly Stage[]; keepHouse: () => Promise<void> }>;

const housekeepingEveryInMs = 30_000;

/** Runs the housekeeping now and then; one run at a time. */
function startHousekeeping({ keepHouse, logger }: Deps) {
  let open = true;
  let run: Promise<void> = Promise.resolve();
  const once = () => {
    run = run
      .then(() => (open ? keepHouse() : undefined))
      .catch((error: unknown) => logger.warn({ error }, 'Housekeeping failed. It is tried again soon.'));
  };
  once();
  const timer = setInterval(once, housekeepingEveryInMs);
  timer.unref();
  return async () => {
    open = false;
    clearInterval(timer);
    await run;
  };
}

/** Starts relay, consumers, live reader and housekeeping. */
export async function startWork(deps: Deps): Promise<Work> {
  const events = await startEventWork({ ...deps, service: 'deals' }, deps.stages);
  const live = await startLiveReader(deps);
  const stopHousekeeping = startHousekeeping(deps);
  return {
    ...events,
    async close() {
      await stopHousekeeping();
      await live.close();
      await events.close();
    },
  };
}
