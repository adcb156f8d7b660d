/** Lets one loop sleep until there may be something to do. A wake that comes while it is awake is not lost. */
export interface Wake {
  wake(): void;
  /** Resolves at the next wake, at once when one came since the last `wait` resolved, or after `timeoutInMs`. */
  wait(timeoutInMs: number): Promise<void>;
}

/** Creates the signal. Its timers do not keep the process alive. */
export function createWake(): Wake {
  let awake = false;
  let resume: (() => void) | undefined;
  return {
    wake() {
      awake = true;
      resume?.();
    },
    wait(timeoutInMs) {
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          resume = undefined;
          awake = false;
          resolve();
        };
        const timer = setTimeout(end, timeoutInMs);
        timer.unref();
        resume = end;
        if (awake) end();
      });
    },
  };
}
