import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatCard } from '@meridian/ui/formats/card';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { formatSnapshotTimes } from '@meridian/ui/formats/snapshot-times';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink, TextLink } from '../../app/links.tsx';
import { BookingDocument, type BookingQuery } from '../../generated/features/bookings/bookings.ts';
import { useMe } from '../account/use-me.ts';
import { failureInWords } from '../payments/failure-words.ts';
import { paymentStates } from '../payments/payment-states.ts';
import { bookingStates } from './booking-states.ts';
import { accountOf } from './ledger-words.ts';

type Booking = NonNullable<BookingQuery['booking']>;
type Entry = NonNullable<BookingQuery['ledger']>[number];

const route = getRouteApi('/bookings/$id');

/** Whose account it is stands one step away. */
function Account({ account }: Readonly<{ account: string }>) {
  const { label, userId } = accountOf(account);
  if (userId === undefined) return label;
  return (
    <TextLink to="/users" search={{ search: userId }}>
      {label}
    </TextLink>
  );
}

const ledgerColumns = [
  { title: 'Posted', render: ({ postedAt }: Entry) => formatInstant(postedAt) },
  { title: 'Account', render: ({ account }: Entry) => <Account account={account} /> },
  { title: 'Memo', render: ({ memo }: Entry) => memo },
  { title: 'Amount', isNumber: true, render: ({ amount }: Entry) => formatMoney(amount) },
] as const;

const paymentInWords = ({ payment }: Booking): string =>
  [paymentStates[payment.state], payment.card && formatCard(payment.card), failureInWords(payment.failureReason)]
    .filter(Boolean)
    .join(', ');

const nameOf = ({ givenName, familyName, kind }: Booking['travelers'][number]): string =>
  `${givenName} ${familyName}${kind === 'CHILD' ? ' (child)' : ''}`;

/** What was booked, when it is, and the way to what it is now: listings are open to admins. */
function Item({ item: { snapshot, total } }: Readonly<{ item: Booking['items'][number] }>) {
  const isAdmin = useMe()?.roles.includes('ADMIN') ?? false;
  return (
    <Typography sx={{ mt: 1 }}>
      {isAdmin ? (
        <TextLink to="/listings/$id" params={{ id: snapshot.listingId }}>
          {snapshot.title}
        </TextLink>
      ) : (
        snapshot.title
      )}
      , {snapshot.place}: {formatSnapshotTimes(snapshot)}, {formatMoney(total)}
    </Typography>
  );
}

const Booker = ({ traveler }: Pick<Booking, 'traveler'>) => (
  <Typography>
    Booked by{' '}
    {traveler ? (
      <TextLink to="/users" search={{ search: traveler.id }}>
        {traveler.email ?? traveler.id}
      </TextLink>
    ) : (
      'an account that is gone'
    )}
  </Typography>
);

const Facts = ({ booking }: Readonly<{ booking: Booking }>) => (
  <Paper variant="outlined" sx={{ p: 2 }}>
    <Typography>{bookingStates[booking.state]}</Typography>
    {booking.items.map((item) => (
      <Item key={item.id} item={item} />
    ))}
    <Typography sx={{ mt: 1 }}>For {booking.travelers.map(nameOf).join(', ')}</Typography>
    <Booker traveler={booking.traveler} />
    <Typography>
      Total {formatMoney(booking.total)}, refunded {formatMoney(booking.refunded)}
    </Typography>
    <Typography>Payment: {paymentInWords(booking)}</Typography>
    {booking.invoice && <Typography>Invoice {booking.invoice.number}</Typography>}
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      Made {formatInstant(booking.createdAt)}, last changed {formatInstant(booking.updatedAt)}
    </Typography>
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
        rows={rowsOf(data.ledger, { error, onRetry: retry })}
        keyOf={(entry) => entry.id}
        emptyText="No money has moved."
      />
    </Stack>
  );
}
