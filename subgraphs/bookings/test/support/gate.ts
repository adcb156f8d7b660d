import type { PaymentProvider } from '../../src/ports/payment-provider.ts';

type Step = 'authorise' | 'capture' | 'void' | 'refund';

function createSignal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/**
 * Keeps a payment provider's step waiting, so that a test can let something else happen meanwhile. The step reaches the provider
 * once the gate is open.
 */
export function createGate(step: Step) {
  const [arrival, opening] = [createSignal(), createSignal()];
  return {
    /** Settled as soon as the step was asked for. */
    reached: arrival.given,
    open: opening.give,
    provider: (inner: PaymentProvider): PaymentProvider => ({
      ...inner,
      async [step](request: never) {
        arrival.give();
        await opening.given;
        return inner[step](request);
      },
    }),
  };
}
