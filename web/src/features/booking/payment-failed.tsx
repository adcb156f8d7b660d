import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { ButtonLink } from '../../app/links.tsx';
import { declinedBecause, triesInWords } from './payment-reasons.ts';
import type { PaymentFailure } from './use-payment.ts';

type PaymentFailedProps = Readonly<{
  failure: PaymentFailure;
  bookingId: string;
  /** The booking that was paid before this one, where two belong together. */
  paidBefore: string | undefined;
}>;

/** Why it is not paid, or not known to be, and the way on. */
export function PaymentFailed({ failure, bookingId, paidBefore }: PaymentFailedProps) {
  const toTrip = (
    <ButtonLink to="/trips/$id" params={{ id: bookingId }} search={{ after: paidBefore }} color="inherit">
      See the booking
    </ButtonLink>
  );
  switch (failure.__typename) {
    case 'PaymentDeclined':
      return (
        <Alert severity="error">
          <AlertTitle>The card was declined</AlertTitle>
          {declinedBecause(failure.reason) ?? failure.message} Nothing was charged.{' '}
          {failure.canRetry && failure.booking && triesInWords(failure.booking.payment.attemptsLeft)}
        </Alert>
      );
    case 'PaymentUnknown':
      return (
        <Alert severity="warning">
          <AlertTitle>The bank has not taken this payment</AlertTitle>
          We have asked it until it answered. Nothing was charged; try again, or with another card.
        </Alert>
      );
    case 'BookingStateConflict':
      return (
        <Alert severity="info" action={toTrip}>
          <AlertTitle>This booking has gone on meanwhile</AlertTitle>
          Perhaps you have paid in another tab.
        </Alert>
      );
    case 'IdempotencyInProgress':
    case 'Unanswered':
      return (
        <Alert severity="warning">
          <AlertTitle>We do not know yet whether it was paid</AlertTitle>
          {failure.message} Press "Pay" again: if it went through, you are not charged a second time.
        </Alert>
      );
    default:
      return (
        <Alert severity="error" action={toTrip}>
          {failure.message}
        </Alert>
      );
  }
}
