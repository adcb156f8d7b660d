/** Work that goes on until it is closed. */
export interface RepeatedWork {
  /** Ends the pauses and waits for the run in hand. */
  close(): Promise<void>;
}

/** Calls `action` once after a while; the answer takes it back. */
export type SetTimer = (action: () => void, afterInMs: number) => () => void;

/** A timer of Node's that does not keep the process alive. */
const setNodeTimer: SetTimer = (action, afterInMs) => {
  const timer = setTimeout(action, afterInMs).unref();
  return () => clearTimeout(timer);
};

type Options = Readonly<{
  /** What to do. What is due, it decides by its own clock: the timer only wakes it. */
  work: () => Promise<unknown>;
  /** How long it rests between the end of a run and the next one. */
  pauseInMs: number;
  /** Told of a run that failed; the next one comes as if it had not. */
  onFailure: (error: unknown) => void;
  setTimer?: SetTimer;
}>;

/** Does something now, and again after each pause: one run at a time, however long it takes. */
export function startRepeatedWork({ work, pauseInMs, onFailure, setTimer = setNodeTimer }: Options): RepeatedWork {
  let isOpen = true;
  let stopTimer = () => {};
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = work()
      .then(() => undefined, onFailure)
      .then(() => {
        if (isOpen) stopTimer = setTimer(run, pauseInMs);
      });
  };
  run();
  return {
    async close() {
      isOpen = false;
      stopTimer();
      await running;
    },
  };
}
