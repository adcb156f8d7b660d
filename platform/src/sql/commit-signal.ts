/** How often commits of other processes are looked for. Two looks fit well into the 50 ms that the port promises. */
const pollIntervalInMs = 15;

/** Tells listeners of commits: of this process at once, of others by looking. */
export interface CommitSignal {
  /** Calls every listener in a microtask: a listener that throws must not look like a failed commit. */
  emit(): void;
  listen(listener: () => void): () => void;
  close(): void;
}

/**
 * Creates the signal.
 *
 * @param sawForeignCommit whether another process has committed since the last call. Asked only while someone listens, by one
 *   timer per file and process, which does not keep the process alive.
 */
export function createCommitSignal(sawForeignCommit: () => boolean): CommitSignal {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;

  const emit = () => {
    for (const listener of listeners) queueMicrotask(listener);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const start = () => {
    timer = setInterval(() => {
      if (sawForeignCommit()) emit();
    }, pollIntervalInMs);
    timer.unref();
  };

  return {
    emit,
    listen(listener) {
      const own = () => listener();
      listeners.add(own);
      if (!timer) start();
      return () => {
        listeners.delete(own);
        if (listeners.size === 0) stop();
      };
    },
    close() {
      listeners.clear();
      stop();
    },
  };
}
