import { useEffect, useState } from 'react';
import { useServerClock } from './server-clock-context.tsx';

/** Whole seconds left until an instant of the server's time, never less than none; counted anew each second. */
export function useSecondsLeft(until: string | null | undefined): number | undefined {
  const clock = useServerClock();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    if (!until) return;
    const timer = setInterval(() => setNow(clock.now()), 1_000);
    return () => clearInterval(timer);
  }, [clock, until]);
  return until ? Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000)) : undefined;
}
