import Box from '@mui/material/Box';
import { useConnectionState } from '../live/live-context.tsx';
import { useStore } from '../state/use-store.ts';

function followNetwork(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

/** Whether this device has a network at all. A page that is drawn without a browser has one. */
const network = { subscribe: followNetwork, get: () => typeof window === 'undefined' || navigator.onLine };

/**
 * Says that what is shown may be out of date, for as long as it is so. It needs no action: everything comes back by itself. Every page
 * carries it, so it is a plain box.
 */
export function ConnectionNotice() {
  const isOnline = useStore(network);
  const isLost = useConnectionState() === 'lost';
  if (isOnline && !isLost) return null;
  return (
    <Box role="status" sx={{ px: 2, py: 1, bgcolor: 'warning.main', color: 'warning.contrastText' }}>
      {isOnline
        ? 'The connection to Meridian is lost. It is made again by itself; nothing that you have booked is lost.'
        : 'You are offline. What you see may be out of date until you are back.'}
    </Box>
  );
}
