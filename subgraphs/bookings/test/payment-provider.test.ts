import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { openSandboxDatabase } from '../src/adapters/open-database.ts';
import { createSandboxPayments } from '../src/adapters/sandbox/sandbox-payments.ts';
import type { PaymentProvider } from '../src/ports/payment-provider.ts';
import { paymentProviderCases } from './payment-provider.contract.ts';

/** The sandbox on a fresh file, or what `change` makes of it. */
async function openSandbox(change: (provider: PaymentProvider) => PaymentProvider = (provider) => provider) {
  const folder = await temporaryFolder('sandbox');
  const provider = createSandboxPayments(await openSandboxDatabase(join(folder.path, 'payments.db')));
  return {
    provider: change(provider),
    accepted: 'tok_visa',
    declined: 'tok_declined',
    async [Symbol.asyncDispose]() {
      await provider.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describeContract('PaymentProvider in the sandbox', paymentProviderCases, () => openSandbox());

let calls = 0;
/** Takes every call for a new one, as a provider without keys would. */
const withoutKeys = (provider: PaymentProvider): PaymentProvider => ({
  ...provider,
  refund(request) {
    calls += 1;
    return provider.refund({ ...request, key: `${request.key}-${calls}` });
  },
});

/** Gives back what is there, and leaves no mark for what is not. */
const withoutMark = (provider: PaymentProvider): PaymentProvider => ({
  ...provider,
  void: async (key) =>
    (await provider.find(key)) ? provider.void(key) : { state: 'VOIDED', cardBrand: '', cardLast4: '' },
});

test('providers without keys and without marks turn the suite red, each where it should', async () => {
  expect(await brokenCases(paymentProviderCases, () => openSandbox(withoutKeys))).toEqual([
    'a refund is paid once by its key, and refunds never exceed what was captured',
  ]);
  expect(await brokenCases(paymentProviderCases, () => openSandbox(withoutMark))).toEqual([
    'a void of what never arrived leaves a mark: a request that comes late reserves nothing',
  ]);
});
