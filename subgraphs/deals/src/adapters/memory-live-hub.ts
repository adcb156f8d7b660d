import type { LiveHub } from '../ports/live-hub.ts';

/** The hub of one process. Streams of other replicas reach it through the event log, see `events/live-reader.ts`. */
export function createLiveHub(): LiveHub {
  const listeners = new Map<string, Set<() => void>>();
  return {
    wake(stream) {
      for (const listener of listeners.get(stream) ?? []) listener();
    },
    listen(stream, listener) {
      const ofStream = listeners.get(stream) ?? new Set();
      listeners.set(stream, ofStream.add(listener));
      return () => {
        ofStream.delete(listener);
        if (ofStream.size === 0 && listeners.get(stream) === ofStream) listeners.delete(stream);
      };
    },
  };
}
