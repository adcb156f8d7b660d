import Typography from '@mui/material/Typography';
import { useEffect } from 'react';

const againInMs = 2_000;

/** Asks for as long as something seems to be over or to be under way, at once and again and again: how it is, is the server's to say. */
export function useAskingAtEnd(seemsOver: boolean, ask: () => void): void {
  useEffect(() => {
    if (!seemsOver) return;
    ask();
    const timer = setInterval(ask, againInMs);
    return () => clearInterval(timer);
  }, [seemsOver, ask]);
}

const onTheClock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** How long a hold still stands. It is not read out each second; who wants to hear it finds it. */
export const Countdown = ({ seconds }: Readonly<{ seconds: number }>) => (
  <Typography role="timer" aria-label="Held for" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 650 }}>
    {seconds > 0 ? `Held for you for ${onTheClock(seconds)}` : '0:00. We are asking whether it is still held for you.'}
  </Typography>
);
