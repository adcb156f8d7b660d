import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';

/** Whole seconds left until an instant, never less than none; counted anew each second. */
export function useSecondsLeft(until: string | null | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!until) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return until ? Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000)) : undefined;
}

const inWords = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** How long a hold still stands. It is not read out each second; who wants to hear it finds it. */
export const Countdown = ({ seconds }: Readonly<{ seconds: number }>) => (
  <Typography role="timer" aria-label="Held for" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 650 }}>
    Held for you for {inWords(seconds)}
  </Typography>
);
