import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { ButtonLink } from '../../app/links.tsx';
import type { PaymentFailure } from './use-payment.ts';

const reasons: Readonly<Record<string, string>> = {
  insufficient_funds: 'There is not enough money on this card.',
  expired_card: 'This card has expired.',
  card_declined: 'The bank has declined this card.',
};

/** Why it is not paid, or not known to be, and the way on. */
export function PaymentFailed({ failure, bookingId }: Readonly<{ failure: PaymentFailure; bookingId: string }>) {
  const toTrip = (
    <ButtonLink to="/trips/$id" params={{ id: bookingId }} color="inherit">
      See the booking
    </ButtonLink>
  );
  switch (failure.__typename) {
    case 'PaymentDeclined':
      return (
        <Alert severity="error">
          <AlertTitle>The card was declined</AlertTitle>
          {reasons[failure.reason] ?? failure.message} Nothing was charged.
          {failure.canRetry && ' It is still held for you: try another card.'}
        </Alert>
      );
    case 'PaymentUnknown':
      return (
        <Alert severity="warning" action={toTrip}>
          <AlertTitle>The bank has not answered yet</AlertTitle>
          The payment may have gone through. We ask the bank until we know, and never charge twice. Look at the booking
          in a minute.
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
