import { formatInstant } from '@meridian/ui/formats/local-time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { ButtonLink } from '../../app/links.tsx';
import type { EventEntryFragment } from '../../generated/features/events/events.ts';

type EventDetailProps = Readonly<{
  event: EventEntryFragment | undefined;
  /** Follows what is about the same thing alone. */
  onFollow: (subject: string) => void;
  onClose: () => void;
}>;

type WaysOnProps = Readonly<{ subject: string; onFollow: (subject: string) => void }>;

/** From an event to what it is about. */
const WaysOn = ({ subject, onFollow }: WaysOnProps) => (
  <Stack direction="row" spacing={1} sx={{ my: 1 }}>
    <Button variant="outlined" onClick={() => onFollow(subject)}>
      Only events about this
    </Button>
    {subject.startsWith('bkg_') && (
      <ButtonLink to="/bookings/$id" params={{ id: subject }}>
        See the booking
      </ButtonLink>
    )}
  </Stack>
);

/** All that an event tells. */
export const EventDetail = ({ event, onFollow, onClose }: EventDetailProps) => (
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
          {formatInstant(event.time)} · {event.topic} · {event.source} · {event.id}
        </Typography>
        {event.subject && <WaysOn subject={event.subject} onFollow={onFollow} />}
        <Box component="pre" tabIndex={0} sx={{ overflow: 'auto', bgcolor: 'action.hover', p: 2, borderRadius: 2 }}>
          {JSON.stringify(event.data, null, 2)}
        </Box>
        <Button onClick={onClose}>Close</Button>
      </>
    )}
  </Drawer>
);
