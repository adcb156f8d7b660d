import type { Ids } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';
import type { Payment, PaymentOutcome } from '../domain/payment.ts';
import type { BookingStore } from '../ports/booking-store.ts';
import { type PaymentProvider, type ProviderRecord, ProviderTimeoutError } from '../ports/payment-provider.ts';
import { applyOutcome, type Paid } from './payment-outcome.ts';

/** What settling works with. */
export type SettlementDeps = Readonly<{
  store: BookingStore;
  provider: PaymentProvider;
  clock: Clock;
  ids: Ids;
  logger: Logger;
}>;

/** No payment has more steps than authorise and capture; one more for a void that follows a late authorisation. */
const MAX_STEPS = 3;

const declined = (reason: string): PaymentOutcome => ({ kind: 'DECLINED', reason });

/**
 * Asks for an authorisation, or what became of it. Without the card's token nothing new may be asked for: what never arrived is
 * closed at the provider first, so that it cannot arrive later.
 */
async function authorise(
  provider: PaymentProvider,
  payment: Payment,
  token: string | undefined,
): Promise<PaymentOutcome> {
  const { id: key, amountMinor, currency } = payment;
  const record: ProviderRecord =
    token === undefined
      ? ((await provider.find(key)) ?? (await provider.void(key)))
      : await provider.authorise({ key, token, amountMinor, currency });
  if (record.state === 'DECLINED') return declined(record.reason);
  if (record.state === 'VOIDED') return declined('not_received');
  return { kind: 'AUTHORISED', cardBrand: record.cardBrand, cardLast4: record.cardLast4 };
}

async function capture(provider: PaymentProvider, payment: Payment): Promise<PaymentOutcome> {
  const record = await provider.capture(payment.id);
  if (record.state === 'CAPTURED') return { kind: 'CAPTURED' };
  return declined(record.state === 'DECLINED' ? record.reason : 'authorisation_lost');
}

async function giveBack(provider: PaymentProvider, payment: Payment): Promise<PaymentOutcome> {
  const record = await provider.void(payment.id);
  if (record.state === 'CAPTURED') throw new Error(`Payment ${payment.id} was captured and cannot be voided.`);
  return { kind: 'VOIDED' };
}

function ask(provider: PaymentProvider, payment: Payment, token: string | undefined): Promise<PaymentOutcome> {
  if (payment.pendingStep === 'AUTHORISE') return authorise(provider, payment, token);
  return payment.pendingStep === 'CAPTURE' ? capture(provider, payment) : giveBack(provider, payment);
}

/** A fault of the provider or of its client is no answer either: what happened there is not known. */
async function outcomeOf(deps: SettlementDeps, payment: Payment, token: string | undefined): Promise<PaymentOutcome> {
  try {
    return await ask(deps.provider, payment, token);
  } catch (error) {
    const level = error instanceof ProviderTimeoutError ? 'warn' : 'error';
    deps.logger[level](
      { error, paymentId: payment.id, step: payment.pendingStep },
      'the payment provider gave no answer',
    );
    return { kind: 'NO_ANSWER' };
  }
}

/**
 * Carries a payment's pending steps out: the provider is called outside of any transaction, by the payment's id as idempotency
 * key, and each answer is committed with its consequences before the next call. Whoever stops in between leaves a step that is
 * due; the sweeper goes on with it.
 *
 * @param token the card's, where the caller has it: without it, an unknown authorisation is looked up and never asked for anew
 */
export const createSettlePayment =
  (deps: SettlementDeps) =>
  async (started: Paid, token?: string): Promise<Paid> => {
    let paid = started;
    for (let step = 0; step < MAX_STEPS && paid.payment.pendingStep !== null; step += 1) {
      const { payment } = paid;
      const outcome = await outcomeOf(deps, payment, token);
      paid = await deps.store.transaction((tx) =>
        applyOutcome(payment, outcome, { tx, ids: deps.ids, atInMs: deps.clock.now() }),
      );
      if (outcome.kind === 'NO_ANSWER') break;
    }
    return paid;
  };

/** {@link createSettlePayment}, as other use cases get it. */
export type SettlePayment = ReturnType<typeof createSettlePayment>;
