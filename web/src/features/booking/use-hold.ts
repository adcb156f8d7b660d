import { useMutation } from '@apollo/client/react';
import { type FieldProblem, problemsIn } from '@meridian/ui/forms/field-problems';
import { type Unanswered, unanswered } from '@meridian/ui/forms/unanswered';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { HoldBookingDocument, type HoldBookingMutation } from '../../generated/features/booking/booking.ts';
import { forgetAttempt, isOutcomeOpen, openAttempt } from './attempt.ts';
import type { OfferToBook } from './load-offers.ts';
import type { TravelerDraft } from './travelers.ts';

/** Why nothing is held, or not known to be. */
export type HoldFailure =
  | Exclude<NonNullable<HoldBookingMutation['holdBooking']>, { __typename: 'Booking' }>
  | Unanswered;

type Hold = Readonly<{
  hold: (travelers: readonly TravelerDraft[]) => Promise<void>;
  failure: HoldFailure | undefined;
  /** What is wrong with single travelers. */
  problems: readonly FieldProblem[];
  message: string | undefined;
  isSending: boolean;
}>;

const isAboutTravelers = ({ path }: FieldProblem): boolean => path[1] === 'travelers';

/**
 * Offers have a new token each time they are asked for: what names the attempt are the offers and the travelers, and a repetition sends
 * the tokens that were sent first.
 */
const subjectOf = (offers: readonly OfferToBook[], travelers: readonly TravelerDraft[]): string =>
  JSON.stringify(['hold', offers.map(({ id }) => id), travelers]);

/** Holds what the offers promise, and goes on to the payment. The same travelers and offers are the same attempt. */
export function useHold(offers: readonly OfferToBook[]): Hold {
  const navigate = useNavigate();
  const [send] = useMutation(HoldBookingDocument, { context: { identity: 'required' } });
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<HoldFailure>();
  const attempt = async (travelers: readonly TravelerDraft[]): Promise<HoldFailure | undefined> => {
    const subject = subjectOf(offers, travelers);
    const { key, sent } = await openAttempt(
      subject,
      offers.map(({ token }) => token),
    );
    const input = { offers: sent, travelers: [...travelers], idempotencyKey: key };
    const { data } = await send({ variables: { input } });
    const result = data?.holdBooking;
    if (!result) throw new Error('The hold was not answered.');
    if (!isOutcomeOpen(result)) await forgetAttempt(subject);
    if (result.__typename !== 'Booking') return result;
    await navigate({ to: '/trips/$id/pay', params: { id: result.id }, replace: true });
    return undefined;
  };
  const hold = async (travelers: readonly TravelerDraft[]) => {
    setSending(true);
    setFailure(undefined);
    setFailure(await attempt(travelers).catch(unanswered));
    setSending(false);
  };
  const isInvalid = failure?.__typename === 'ValidationFailed';
  const all = isInvalid ? problemsIn(failure) : [];
  return {
    hold,
    failure: isInvalid ? undefined : failure,
    problems: all.filter(isAboutTravelers),
    message: all.find((problem) => !isAboutTravelers(problem))?.message,
    isSending,
  };
}
