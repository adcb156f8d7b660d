import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatCard } from '@meridian/ui/formats/card';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { BookingDocument, type BookingQuery } from '../../generated/features/bookings/bookings.ts';
import { paymentStates } from '../payments/payment-states.ts';
import { bookingStates } from './booking-states.ts';

type Booking = NonNullable<BookingQuery['booking']>;
type Entry = NonNullable<BookingQuery['ledger']>[number];

const route = getRouteApi('/bookings/$id');

const ledgerColumns = [
  { title: 'Posted', render: ({ postedAt }: Entry) => formatInstant(postedAt) },
  { title: 'Account', render: ({ account }: Entry) => account },
  { title: 'Memo', render: ({ memo }: Entry) => memo },
  { title: 'Amount', isNumber: true, render: ({ amount }: Entry) => formatMoney(amount) },
] as const;

const paymentInWords = ({ payment }: Booking): string =>
  [paymentStates[payment.state], payment.card && formatCard(payment.card), payment.failureReason]
    .filter(Boolean)
    .join(', ');

const Facts = ({ booking }: Readonly<{ booking: Booking }>) => (
  <Paper variant="outlined" sx={{ p: 2 }}>
    <Typography>{bookingStates[booking.state]}</Typography>
    <Typography>Traveler: {booking.traveler?.email ?? 'the account is gone'}</Typography>
    <Typography>
      Total {formatMoney(booking.total)}, refunded {formatMoney(booking.refunded)}
    </Typography>
    <Typography>Payment: {paymentInWords(booking)}</Typography>
    {booking.invoice && <Typography>Invoice {booking.invoice.number}</Typography>}
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      Made {formatInstant(booking.createdAt)}, last changed {formatInstant(booking.updatedAt)}
    </Typography>
    {booking.items.map(({ id, snapshot, total }) => (
      <Typography key={id} sx={{ mt: 1 }}>
        {snapshot.title}, {snapshot.place}: {formatMoney(total)}
      </Typography>
    ))}
  </Paper>
);

/** A booking with its payment and its ledger. */
export function BookingPage() {
  const { id } = route.useParams();
  const { data, error, loading, refetch } = useQuery(BookingDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  const retry = () => void refetch();
  if (!data?.booking && loading) return <Skeleton variant="rounded" height={500} />;
  if (!data?.booking && error) return <FailureNotice error={error} onRetry={retry} />;
  if (!data?.booking)
    return <Notice title="There is no such booking" action={<ButtonLink to="/bookings">All bookings</ButtonLink>} />;
  return (
    <Stack spacing={2}>
      <PageTitle title={data.booking.reference} />
      <Facts booking={data.booking} />
      <Typography variant="h2">Ledger</Typography>
      <DataTable
        label="Ledger"
        columns={ledgerColumns}
        rows={data.ledger ?? undefined}
        keyOf={(entry) => entry.id}
        emptyText="No money has moved."
        onRetry={retry}
      />
    </Stack>
  );
}
