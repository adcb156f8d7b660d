import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { ButtonLink } from '../../app/links.tsx';
import { CardDeclined } from './card-declined.tsx';
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
        <CardDeclined
          reason={failure.reason}
          otherwise={failure.message}
          attemptsLeft={failure.canRetry && failure.booking ? failure.booking.payment.attemptsLeft : 0}
        />
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
