import { useMutation } from '@apollo/client/react';
import { type FieldProblem, problemsIn } from '@meridian/ui/forms/field-problems';
import { type Unanswered, unanswered } from '@meridian/ui/forms/unanswered';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { HoldBookingDocument, type HoldBookingMutation } from '../../generated/features/booking/booking.ts';
import { forgetAttempt, isOutcomeOpen, openAttempt } from './attempt.ts';
import { byCurrency } from './by-currency.ts';
import { holdAll } from './hold-all.ts';
import type { OfferToBook } from './load-offers.ts';
import type { TravelerDraft } from './travelers.ts';
import { forgetDraft } from './travelers-draft.ts';
import { useRelease } from './use-release.ts';

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

/** Holds offers of one currency as one booking. The same travelers and offers are the same attempt. */
function useHoldOne() {
  const [send] = useMutation(HoldBookingDocument, { context: { identity: 'required' } });
  return async (offers: readonly OfferToBook[], travelers: readonly TravelerDraft[]) => {
    const subject = subjectOf(offers, travelers);
    const { key, sent } = await openAttempt(
      subject,
      offers.map(({ token }) => token),
    );
    const input = { offers: sent, travelers: [...travelers], idempotencyKey: key };
    const { data } = await send({ variables: { input } });
    const result = data?.holdBooking;
    if (!result) throw new Error('The hold was not answered.');
    if (result.__typename === 'Booking') return { id: result.id };
    if (!isOutcomeOpen(result)) await forgetAttempt(subject);
    return { failure: result };
  };
}

/** Holds what the offers promise, all or nothing, and goes on to the payment. */
export function useHold(offers: readonly OfferToBook[]): Hold {
  const navigate = useNavigate();
  const holdOne = useHoldOne();
  const { release } = useRelease();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<HoldFailure>();
  const attempt = async (travelers: readonly TravelerDraft[]): Promise<HoldFailure | undefined> => {
    const bookings = byCurrency(offers);
    const forget = () => Promise.all(bookings.map((each) => forgetAttempt(subjectOf(each, travelers))));
    const outcome = await holdAll<OfferToBook[], HoldFailure>(bookings, {
      hold: (each) => holdOne(each, travelers).catch((error: unknown) => ({ failure: unanswered(error) })),
      // What cannot be given back ends by itself in ten minutes.
      release: async (id) => void (await release(id)),
      isOpen: isOutcomeOpen,
    });
    if ('failure' in outcome) {
      if (!isOutcomeOpen(outcome.failure)) await forget();
      return outcome.failure;
    }
    await forget();
    forgetDraft();
    const [id = '', next] = outcome.ids;
    await navigate({ to: '/trips/$id/pay', params: { id }, search: { next }, replace: true });
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
