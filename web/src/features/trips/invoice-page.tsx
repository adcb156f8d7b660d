import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatCard } from '@meridian/ui/formats/card';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { TripDocument } from '../../generated/features/trips/trips.ts';
import { BookingSummary } from '../booking/booking-summary.tsx';
import type { Trip } from './trip.ts';

const route = getRouteApi('/own/trips/$id/invoice');

/** On paper there is nothing to press. */
const onScreenOnly = { '@media print': { display: 'none' } } as const;

type Invoice = NonNullable<Trip['invoice']>;

const Content = ({ trip, invoice }: Readonly<{ trip: Trip; invoice: Invoice }>) => (
  <Stack spacing={2} sx={{ maxWidth: 640 }}>
    <Typography variant="h1">Invoice {invoice.number}</Typography>
    <div>
      <Typography>Issued {formatInstant(invoice.issuedAt)} by Meridian</Typography>
      <Typography>
        For {trip.travelers.map(({ givenName, familyName }) => `${givenName} ${familyName}`).join(', ')}
      </Typography>
      {trip.payment.card && <Typography>Paid with {formatCard(trip.payment.card)}</Typography>}
    </div>
    <BookingSummary booking={trip} />
    <Box sx={onScreenOnly}>
      <Stack direction="row" spacing={1}>
        <Button variant="contained" onClick={() => window.print()}>
          Print
        </Button>
        <ButtonLink to="/trips/$id" params={{ id: trip.id }}>
          Back to the trip
        </ButtonLink>
      </Stack>
    </Box>
  </Stack>
);

/** The invoice of a booking, to be read or printed. */
export function InvoicePage() {
  const { id } = route.useParams();
  const { data, error, loading, refetch } = useQuery(TripDocument, {
    variables: { id },
    context: { identity: 'required' },
  });
  const trip = data?.booking;
  useDocumentTitle(trip?.invoice ? `Invoice ${trip.invoice.number}` : 'Invoice');
  if (trip?.invoice) return <Content trip={trip} invoice={trip.invoice} />;
  if (loading) return <Skeleton variant="rounded" height={420} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return (
    <Notice title="There is no invoice yet" action={<ButtonLink to="/trips">See my trips</ButtonLink>}>
      An invoice is issued when a booking is paid.
    </Notice>
  );
}
