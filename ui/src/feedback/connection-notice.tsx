import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { useConnectionState } from '../live/live-context.tsx';
import { network } from '../live/network.ts';
import { useStore } from '../state/use-store.ts';

/** How long it is said that all is well again. */
const backInMs = 4_000;

/** True for a moment once it is well again; not for what was well from the start. */
function useIsBack(isWell: boolean): boolean {
  const [step, setStep] = useState<'untroubled' | 'troubled' | 'back'>('untroubled');
  if (!isWell && step !== 'troubled') setStep('troubled');
  if (isWell && step === 'troubled') setStep('back');
  useEffect(() => {
    if (step !== 'back') return;
    const timer = setTimeout(() => setStep('untroubled'), backInMs);
    return () => clearTimeout(timer);
  }, [step]);
  return step === 'back';
}

/**
 * Says that what is shown may be out of date, for as long as it is so, and once that all is well again. It needs no action: everything
 * comes back by itself. Every page carries it, so it is a plain box; it lies over the page's end, so that nothing is moved by it.
 */
export function ConnectionNotice() {
  const isOnline = useStore(network);
  const isLost = useConnectionState() === 'lost';
  const isWell = isOnline && !isLost;
  const isBack = useIsBack(isWell);
  const color = isWell ? 'success' : 'warning';
  return (
    <Box
      role="status"
      sx={{
        position: 'fixed',
        inset: 'auto 0 0',
        zIndex: 'snackbar',
        // What lies below can still be pressed.
        pointerEvents: 'none',
        textAlign: 'center',
        bgcolor: `${color}.main`,
        color: `${color}.contrastText`,
        ...((!isWell || isBack) && { px: 2, py: 1 }),
      }}
    >
      {!isOnline && 'You are offline. What you see may be out of date until you are back.'}
      {isOnline &&
        isLost &&
        'The connection to Meridian is lost. It is made again by itself; nothing that you have booked is lost.'}
      {isBack && isWell && 'You are back online.'}
    </Box>
  );
}
