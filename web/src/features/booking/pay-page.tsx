import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatMoney } from '@meridian/ui/formats/money';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { useSecondsLeft } from '@meridian/ui/time/use-seconds-left';
import Alert from '@mui/material/Alert';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { BookingColumns } from './booking-columns.tsx';
import { BookingSummary, type BookingWithListings, soughtIn } from './booking-summary.tsx';
import { CardDeclined } from './card-declined.tsx';
import { CardForm } from './card-form.tsx';
import { Countdown, useAskingAtEnd } from './countdown.tsx';
import { HoldOver } from './hold-over.tsx';
import { namesInWords } from './names-in-words.ts';
import type { PaySearch } from './pay-search.ts';
import { PaymentFailed } from './payment-failed.tsx';
import { useHeldBooking } from './use-held-booking.ts';
import { type PaymentFailure, usePayment } from './use-payment.ts';
import { useRelease } from './use-release.ts';
import { WaitingForBank } from './waiting-for-bank.tsx';

const route = getRouteApi('/own/trips/$id/pay');

/** Where an owner is asked first, the card is only reserved: the page and its button say so. */
const OwnerIsAsked = () => (
  <Typography>
    The owner is asked first. Your card is only reserved now: it is charged when the owner says yes, and a no costs
    nothing. The owner has a day to answer.
  </Typography>
);

const GiveBack = ({ bookingId }: Readonly<{ bookingId: string }>) => {
  const { release, problem, isBusy } = useRelease();
  return (
    <>
      {problem && <Alert severity="error">{problem}</Alert>}
      <div>
        <BusyButton isBusy={isBusy} onClick={() => void release(bookingId)}>
          Release the hold
        </BusyButton>
      </div>
    </>
  );
};

/** Whether a payment is under way, from here or from another tab, and may have gone through. */
const isBankAsked = ({ payment }: BookingWithListings, failure: PaymentFailure | undefined): boolean =>
  payment.state === 'UNKNOWN' || (failure?.__typename === 'PaymentUnknown' && payment.state !== 'FAILED');

/** A card was declined before this page was opened, or reloaded: the booking remembers it. */
const DeclinedBefore = ({ payment }: Pick<BookingWithListings, 'payment'>) =>
  payment.state === 'FAILED' && <CardDeclined reason={payment.failureReason} attemptsLeft={payment.attemptsLeft} />;

type PaymentProps = Readonly<{ booking: BookingWithListings; search: PaySearch; onAsk: () => void }>;

function Payment({ booking, search, onAsk }: PaymentProps) {
  const secondsLeft = useSecondsLeft(booking.holdExpiresAt);
  const { pay, failure, isSending } = usePayment(booking.id, onAsk);
  const isWaiting = isBankAsked(booking, failure);
  useAskingAtEnd((secondsLeft === 0 && !isSending) || isWaiting, onAsk);
  if (failure?.__typename === 'HoldExpired') return <HoldOver sought={soughtIn(booking)} paidBefore={search.after} />;
  const isInstant = booking.items.every(({ instantBook }) => instantBook);
  const total = formatMoney(booking.total);
  return (
    <BookingColumns heading={<Typography variant="h1">Pay</Typography>} aside={<BookingSummary booking={booking} />}>
      {search.next !== undefined && <Alert severity="info">The first of two payments. The other one comes next.</Alert>}
      {search.after !== undefined && <Alert severity="success">The first is paid. This is the second payment.</Alert>}
      {isWaiting && <WaitingForBank />}
      {failure && !isWaiting && <PaymentFailed failure={failure} bookingId={booking.id} paidBefore={search.after} />}
      {!failure && !isWaiting && !isSending && <DeclinedBefore payment={booking.payment} />}
      {!isWaiting && (
        <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}>
          <Stack spacing={2}>
            {secondsLeft !== undefined && <Countdown seconds={secondsLeft} />}
            <Typography>For {namesInWords(booking)}</Typography>
            {!isInstant && <OwnerIsAsked />}
            <CardForm
              label={isInstant ? `Pay ${total}` : `Ask the owner and reserve ${total}`}
              isSending={isSending}
              onPay={(token) => void pay(token)}
            />
            <GiveBack bookingId={booking.id} />
          </Stack>
        </Paper>
      )}
    </BookingColumns>
  );
}

/** The second step of a booking: the payment. Whoever reloads here goes on here. */
export function PayPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const { booking, error, loading, refetch, ask } = useHeldBooking(id);
  useDocumentTitle(booking ? `Pay for ${booking.reference}` : 'Pay');
  if (booking?.state === 'EXPIRED') return <HoldOver sought={soughtIn(booking)} paidBefore={search.after} />;
  if (booking && booking.state !== 'HELD') return <Settled id={id} state={booking.state} search={search} />;
  if (booking) return <Payment booking={booking} search={search} onAsk={ask} />;
  if (loading) return <Skeleton variant="rounded" height={420} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Notice title="You have no such booking" action={<ButtonLink to="/">Search for a trip</ButtonLink>} />;
}

type SettledProps = Readonly<{ id: string; state: BookingWithListings['state']; search: PaySearch }>;

/** It is paid, here or in another tab, or it has failed: on to the next payment, or to the trip, which names what was paid before it. */
const Settled = ({ id, state, search: { next, after } }: SettledProps) =>
  next === undefined || state === 'FAILED' ? (
    <Navigate to="/trips/$id" params={{ id }} search={{ after }} replace />
  ) : (
    <Navigate to="/trips/$id/pay" params={{ id: next }} search={{ after: id }} replace />
  );
