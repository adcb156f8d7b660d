import { useMutation } from '@apollo/client/react';
import { unanswered } from '@meridian/ui/forms/unanswered';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { HoldBookingDocument } from '../../generated/features/booking/booking.ts';
import { forgetAttempt, isOutcomeOpen, openAttempt } from './attempt.ts';
import { byCurrency } from './by-currency.ts';
import { holdAll } from './hold-all.ts';
import { type HoldFailure, type HoldOutcome, holdOutcome, nothingTried } from './hold-outcome.ts';
import type { OfferToBook } from './load-offers.ts';
import type { TravelerDraft } from './travelers.ts';
import { forgetDraft } from './travelers-draft.ts';
import { useRelease } from './use-release.ts';

type Hold = HoldOutcome &
  Readonly<{ hold: (travelers: readonly TravelerDraft[]) => Promise<void>; isSending: boolean }>;

/**
 * Offers have a new token each time they are asked for: what names the attempt are the offers and the travelers, and a repetition sends
 * the tokens that were sent first.
 */
const subjectOf = (offers: readonly OfferToBook[], travelers: readonly TravelerDraft[]): string =>
  JSON.stringify(['hold', offers.map(({ id }) => id), travelers]);

/** Holds offers of one currency as one booking. The same travelers and offers are the same attempt, until all are held or none can be. */
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
    return result.__typename === 'Booking' ? { id: result.id } : { failure: result };
  };
}

/** Holds what the offers promise, all or nothing, and goes on to the payment. */
export function useHold(offers: readonly OfferToBook[]): Hold {
  const navigate = useNavigate();
  const holdOne = useHoldOne();
  const { release } = useRelease();
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState(nothingTried);
  const attempt = async (travelers: readonly TravelerDraft[]): Promise<HoldFailure | undefined> => {
    const bookings = byCurrency(offers);
    const forget = () => Promise.all(bookings.map((each) => forgetAttempt(subjectOf(each, travelers))));
    const held = await holdAll<OfferToBook[], HoldFailure>(bookings, {
      hold: (each) => holdOne(each, travelers).catch((error: unknown) => ({ failure: unanswered(error) })),
      // What cannot be given back ends by itself in ten minutes.
      release: async (id) => void (await release(id)),
      isOpen: isOutcomeOpen,
    });
    if ('failure' in held) {
      if (!isOutcomeOpen(held.failure)) await forget();
      return held.failure;
    }
    await forget();
    forgetDraft();
    const [id = '', next] = held.ids;
    await navigate({ to: '/trips/$id/pay', params: { id }, search: { next }, replace: true });
    return undefined;
  };
  const hold = async (travelers: readonly TravelerDraft[]) => {
    setSending(true);
    setOutcome(nothingTried);
    setOutcome(holdOutcome(await attempt(travelers).catch(unanswered)));
    setSending(false);
  };
  return { hold, isSending, ...outcome };
}
