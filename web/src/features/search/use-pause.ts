import { useEffect, useRef } from 'react';

/** Puts off what it is given until nothing has been given for so long; the last one counts. What waits when the component goes is dropped. */
export function usePause(pauseInMs: number): (work: () => void) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (work) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(work, pauseInMs);
  };
}
