import { useApolloClient, useMutation } from '@apollo/client/react';
import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { useState } from 'react';
import {
  CancelBookingDocument,
  QuoteCancellationDocument,
  type QuoteCancellationMutation,
  TripDocument,
} from '../../generated/features/trips/trips.ts';
import { runAttempt } from '../booking/attempt.ts';

/** What cancelling would give back; good for ten minutes. */
export type CancellationQuote = Extract<
  NonNullable<QuoteCancellationMutation['quoteCancellation']>,
  { __typename: 'CancellationQuote' }
>;

const required = { context: { identity: 'required' } } as const;

/** Cancels in two steps: first what it would give back, then the word. */
export function useCancellation(bookingId: string) {
  const client = useApolloClient();
  const [askQuote, quoting] = useMutation(QuoteCancellationDocument, required);
  const [sendCancel, cancelling] = useMutation(CancelBookingDocument, required);
  const [quote, setQuote] = useState<CancellationQuote>();
  const [problem, setProblem] = useState<string>();
  /** Another tab or the owner was faster: the page shows what has become of the booking. */
  const told = ({ __typename, message }: Readonly<{ __typename: string; message: string }>) => {
    if (__typename === 'BookingStateConflict') void client.refetchQueries({ include: [TripDocument] });
    return message;
  };
  /** Runs a step; what it answers as a failure, or does not answer, becomes a sentence. */
  const attempt = async (step: () => Promise<string | undefined>) => {
    setProblem(undefined);
    setProblem(await step().catch(sentenceOf));
  };
  const ask = () =>
    attempt(async () => {
      const { data } = await askQuote({ variables: { input: { bookingId } } });
      const result = data?.quoteCancellation;
      if (!result) throw new Error('The quote was not answered.');
      if (result.__typename !== 'CancellationQuote') return told(result);
      setQuote(result);
      return undefined;
    });
  const confirm = () =>
    attempt(async () => {
      if (quote === undefined) return undefined;
      const result = await runAttempt(`cancel ${quote.id}`, async (idempotencyKey) => {
        const input = { bookingId, cancellationQuoteId: quote.id, idempotencyKey };
        return (await sendCancel({ variables: { input } })).data?.cancelBooking;
      });
      setQuote(undefined);
      return result.__typename === 'Booking' ? undefined : told(result);
    });
  return {
    ask,
    confirm,
    quote,
    problem,
    forget: () => setQuote(undefined),
    isBusy: quoting.loading || cancelling.loading,
  };
}
