import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Typography from '@mui/material/Typography';
import type { EventEntryFragment } from '../../generated/features/events/events.ts';

type EventDetailProps = Readonly<{ event: EventEntryFragment | undefined; onClose: () => void }>;

/** All that an event tells. */
export const EventDetail = ({ event, onClose }: EventDetailProps) => (
  <Drawer
    anchor="right"
    open={event !== undefined}
    onClose={onClose}
    slotProps={{ paper: { role: 'dialog', 'aria-label': 'Event', sx: { width: 'min(520px, 100vw)', p: 3 } } }}
  >
    {event && (
      <>
        <Typography variant="h2">{event.type}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {event.time} · {event.topic} · {event.source} · {event.id}
        </Typography>
        <Box component="pre" tabIndex={0} sx={{ overflow: 'auto', bgcolor: 'action.hover', p: 2, borderRadius: 2 }}>
          {JSON.stringify(event.data, null, 2)}
        </Box>
        <Button onClick={onClose}>Close</Button>
      </>
    )}
  </Drawer>
);
