import { useMutation } from '@apollo/client/react';
import { type Unanswered, unanswered } from '@meridian/ui/forms/unanswered';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PayBookingDocument, type PayBookingMutation } from '../../generated/features/booking/booking.ts';
import { attemptKey, forgetAttempt, isOutcomeOpen } from './attempt.ts';

/** Why it is not paid, or not known to be. */
export type PaymentFailure =
  | Exclude<NonNullable<PayBookingMutation['payBooking']>, { __typename: 'Booking' }>
  | Unanswered;

type Way = Readonly<{
  /** The booking that is to be paid next. */
  next: string | undefined;
  /** Asks how the booking stands: it has gone on without this page. */
  onAsk: () => void;
}>;

/** After these the booking stands otherwise than this page shows it: paid in another tab, or under way there. */
const isElsewhere = ({ __typename }: PaymentFailure): boolean =>
  __typename === 'BookingStateConflict' || __typename === 'PaymentUnknown';

/** Pays a hold with one of the provider's cards. A double press is one payment. */
export function usePayment(bookingId: string, { next, onAsk }: Way) {
  const navigate = useNavigate();
  const [send] = useMutation(PayBookingDocument, { context: { identity: 'required' } });
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<PaymentFailure>();
  const goOn = () =>
    next === undefined
      ? navigate({ to: '/trips/$id', params: { id: bookingId }, replace: true })
      : navigate({ to: '/trips/$id/pay', params: { id: next }, search: { after: bookingId }, replace: true });
  const attempt = async (paymentToken: string): Promise<PaymentFailure | undefined> => {
    const subject = JSON.stringify(['pay', bookingId, paymentToken]);
    const input = { bookingId, paymentToken, idempotencyKey: await attemptKey(subject) };
    const { data } = await send({ variables: { input } });
    const result = data?.payBooking;
    if (!result) throw new Error('The payment was not answered.');
    if (!isOutcomeOpen(result)) await forgetAttempt(subject);
    if (result.__typename !== 'Booking') return result;
    await goOn();
    return undefined;
  };
  const pay = async (paymentToken: string) => {
    setSending(true);
    setFailure(undefined);
    const failed = await attempt(paymentToken).catch(unanswered);
    setFailure(failed);
    setSending(false);
    if (failed && isElsewhere(failed)) onAsk();
  };
  return { pay, failure, isSending };
}
