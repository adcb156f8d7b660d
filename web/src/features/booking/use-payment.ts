import { useMutation } from '@apollo/client/react';
import { type Unanswered, unanswered } from '@meridian/ui/forms/unanswered';
import { useState } from 'react';
import { PayBookingDocument, type PayBookingMutation } from '../../generated/features/booking/booking.ts';
import { runAttempt } from './attempt.ts';

/** Why it is not paid, or not known to be. */
export type PaymentFailure =
  | Exclude<NonNullable<PayBookingMutation['payBooking']>, { __typename: 'Booking' }>
  | Unanswered;

/** After these the booking stands otherwise than this page shows it: paid in another tab, or under way there. */
const isElsewhere = ({ __typename }: PaymentFailure): boolean =>
  __typename === 'BookingStateConflict' || __typename === 'PaymentUnknown';

/**
 * Pays a hold with one of the provider's cards. A double press is one payment. That it is paid is written into the booking, whose state
 * alone leads on.
 *
 * @param onAsk asks how the booking stands: it has gone on without this page
 */
export function usePayment(bookingId: string, onAsk: () => void) {
  const [send] = useMutation(PayBookingDocument, { context: { identity: 'required' } });
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<PaymentFailure>();
  const attempt = async (paymentToken: string): Promise<PaymentFailure | undefined> => {
    const subject = JSON.stringify(['pay', bookingId, paymentToken]);
    const result = await runAttempt(subject, async (idempotencyKey) => {
      const { data } = await send({ variables: { input: { bookingId, paymentToken, idempotencyKey } } });
      return data?.payBooking;
    });
    return result.__typename === 'Booking' ? undefined : result;
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
