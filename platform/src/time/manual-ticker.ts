import type { Ticker } from './ticker.ts';

/** A ticker whose periods pass when a test says so. */
export interface ManualTicker extends Ticker {
  /** Lets a period of each action pass. Resolves when what the actions have begun is done. */
  tick(): Promise<void>;
}

/** Creates a ticker that nothing is registered with. */
export function createManualTicker(): ManualTicker {
  const actions = new Set<() => unknown>();
  return {
    every(_periodInMs, action) {
      const own = () => action();
      actions.add(own);
      return () => void actions.delete(own);
    },
    async tick() {
      await Promise.all([...actions].map((action) => action()));
    },
  };
}
