import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PayBookingDocument, type PayBookingMutation } from '../../generated/features/booking/booking.ts';
import { attemptKey, forgetAttempt } from './attempt-key.ts';

/** Why it is not paid, or not known to be. */
export type PaymentFailure =
  | Exclude<NonNullable<PayBookingMutation['payBooking']>, { __typename: 'Booking' }>
  | Readonly<{ __typename: 'Unanswered'; message: string }>;

/** Failures after which pressing again repeats the same attempt: what became of it is not known yet. */
const isOpen = ({ __typename }: PaymentFailure): boolean =>
  ['PaymentUnknown', 'IdempotencyInProgress', 'Unanswered'].includes(__typename);

/** Pays a hold with one of the provider's cards. A double press is one payment. */
export function usePayment(bookingId: string) {
  const navigate = useNavigate();
  const [send, { loading: isSending }] = useMutation(PayBookingDocument, { context: { identity: 'required' } });
  const [failure, setFailure] = useState<PaymentFailure>();
  const pay = async (paymentToken: string) => {
    const attempt = JSON.stringify(['pay', bookingId, paymentToken]);
    setFailure(undefined);
    try {
      const input = { bookingId, paymentToken, idempotencyKey: attemptKey(attempt) };
      const { data } = await send({ variables: { input } });
      const result = data?.payBooking;
      if (!result) throw new Error('The payment was not answered.');
      if (result.__typename === 'Booking') {
        await navigate({ to: '/trips/$id', params: { id: bookingId }, replace: true });
        return;
      }
      if (!isOpen(result)) forgetAttempt(attempt);
      setFailure(result);
    } catch (error) {
      setFailure({ __typename: 'Unanswered', message: sentenceOf(error) });
    }
  };
  return { pay, failure, isSending };
}
