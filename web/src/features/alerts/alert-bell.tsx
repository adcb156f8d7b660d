import { sentenceOf as failureSentenceOf } from '@meridian/ui/failures/failure-sentence';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { BellIcon } from '@meridian/ui/icons/bell-icon.tsx';
import { useConnectionState } from '@meridian/ui/live/live-context.tsx';
import { visuallyHidden } from '@meridian/ui/theme/visually-hidden';
import Alert from '@mui/material/Alert';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { AlertSummaryFragment } from '../../generated/features/alerts/alerts.ts';
import { ListingLink } from '../listing/listing-link.tsx';
import { whichOf } from '../watches/watch-words.ts';
import { useAlerts } from './use-alerts.ts';

function sentenceOf({ reason, price, previousPrice, stock }: AlertSummaryFragment): string {
  if (reason === 'STOCK') return stock === null ? 'Only a few are left.' : `Only ${stock} left.`;
  return previousPrice
    ? `Now ${formatMoney(price)}, before ${formatMoney(previousPrice)}.`
    : `Now ${formatMoney(price)}.`;
}

type AlertEntryProps = Readonly<{ alert: AlertSummaryFragment; onLeave: () => void }>;

const AlertEntry = ({ alert, onLeave }: AlertEntryProps) => (
  <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider' }}>
    <ListingLink listing={alert.snapshot} onClick={onLeave} sx={{ px: 2, py: 1.5 }}>
      <Typography sx={{ fontWeight: alert.readAt === null ? 700 : 400 }}>{alert.snapshot.title}</Typography>
      <Typography variant="body2">{whichOf(alert.snapshot)}</Typography>
      <Typography variant="body2">{sentenceOf(alert)}</Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {formatInstant(alert.observedAt)}
      </Typography>
    </ListingLink>
  </Box>
);

const connectionLabels = {
  idle: '',
  connecting: '',
  live: 'Live',
  lost: 'Offline. What happens meanwhile arrives when you are back.',
} as const;

type Inbox = ReturnType<typeof useAlerts>;

const nameOf = ({ alerts, failure }: Inbox): string => {
  if (alerts === undefined) return failure === undefined ? 'Alerts' : 'Alerts, not loaded';
  if (alerts.unreadCount === 0) return 'Alerts, none unread';
  return alerts.unreadCount === 1 ? 'Alerts, 1 unread' : `Alerts, ${alerts.unreadCount} unread`;
};

/** What the bell opens. A failure stands above what is known nevertheless. */
const InboxContent = ({ inbox, onLeave }: Readonly<{ inbox: Inbox; onLeave: () => void }>) => {
  const { alerts, failure, markFailure, retry } = inbox;
  const connection = useConnectionState();
  return (
    <>
      <Typography variant="caption" component="p" sx={{ px: 2, pt: 1, color: 'text.secondary' }}>
        {connectionLabels[connection]}
      </Typography>
      {markFailure !== undefined && (
        <Alert severity="error">
          What you have read could not be marked as read, and is tried again when you close this.{' '}
          {failureSentenceOf(markFailure)}
        </Alert>
      )}
      {failure !== undefined && <FailureNotice error={failure} onRetry={retry} />}
      {!alerts && failure === undefined && <Typography sx={{ p: 2 }}>Your alerts are being loaded.</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, maxHeight: '60vh', overflowY: 'auto' }}>
        {alerts?.edges.map(({ node }) => (
          <AlertEntry key={node.id} alert={node} onLeave={onLeave} />
        ))}
      </Box>
      {alerts?.totalCount === 0 && (
        <Typography sx={{ p: 2 }}>No alerts yet. Open a trip that you like and watch its price.</Typography>
      )}
    </>
  );
};

/** The bell: alerts of watched prices, the moment they arrive. */
export function AlertBell() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const inbox = useAlerts();
  const isLost = useConnectionState() === 'lost';
  const unread = inbox.alerts?.unreadCount ?? 0;
  const close = () => {
    setAnchor(null);
    inbox.markRead();
  };
  return (
    <>
      <IconButton
        aria-label={nameOf(inbox)}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {/* The button's name says the number, and more. */}
        <Badge
          badgeContent={unread === 0 ? null : unread}
          color="secondary"
          variant={isLost ? 'dot' : 'standard'}
          slotProps={{ badge: { 'aria-hidden': true } }}
        >
          <BellIcon />
        </Badge>
      </IconButton>
      <Box role="status" sx={visuallyHidden}>
        {unread > 0 && nameOf(inbox)}
      </Box>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'Alerts', sx: { width: 'min(380px, 94vw)' } } }}
      >
        <InboxContent inbox={inbox} onLeave={close} />
      </Popover>
    </>
  );
}
