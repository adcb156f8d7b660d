import assert from 'node:assert/strict';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { PaymentProvider } from '../src/ports/payment-provider.ts';

/** A provider, and tokens of cards that it accepts and declines. */
export type ProviderFixture = Readonly<{ provider: PaymentProvider; accepted: string; declined: string }>;

const request = (token: string, key = 'pay_1') => ({ key, token, amountMinor: 1_000, currency: 'EUR' });
const refund = (key: string, amountMinor: number) => ({ key, paymentKey: 'pay_1', amountMinor });

async function charged({ provider, accepted }: ProviderFixture): Promise<void> {
  await provider.authorise(request(accepted));
  await provider.capture('pay_1');
}

const stateOf = async (provider: PaymentProvider) => (await provider.find('pay_1'))?.state;

/** What every {@link PaymentProvider} promises. Every call may be repeated by its key. */
export const paymentProviderCases: readonly ContractCase<ProviderFixture>[] = [
  {
    name: 'an accepted card is authorised and named, a declined one says why',
    run: async ({ provider, accepted, declined }) => {
      const record = await provider.authorise(request(accepted));
      assert.equal(record.state, 'AUTHORISED');
      assert.match(record.state === 'AUTHORISED' ? record.cardLast4 : '', /^\d{4}$/);
      const refused = await provider.authorise(request(declined, 'pay_2'));
      assert.equal(refused.state, 'DECLINED');
      assert.notEqual(refused.state === 'DECLINED' ? refused.reason : '', '');
    },
  },
  {
    name: 'a key authorises once: asked again it answers what is known, with whatever card',
    run: async ({ provider, accepted, declined }) => {
      const first = await provider.authorise(request(accepted));
      assert.deepEqual(await provider.authorise(request(accepted)), first);
      assert.deepEqual(await provider.authorise(request(declined)), first);
      assert.deepEqual(await provider.find('pay_1'), first);
    },
  },
  {
    name: 'what is authorised can be captured, and captured again without another effect',
    run: async (fixture) => {
      await charged(fixture);
      assert.equal((await fixture.provider.capture('pay_1')).state, 'CAPTURED');
      await fixture.provider.refund(refund('rfd_1', 1_000));
      await assert.rejects(fixture.provider.refund(refund('rfd_2', 1)));
    },
  },
  {
    name: 'what was given back is not captured any more, and what was captured is not given back',
    run: async (fixture) => {
      const { provider, accepted } = fixture;
      await provider.authorise(request(accepted));
      assert.equal((await provider.void('pay_1')).state, 'VOIDED');
      assert.equal((await provider.void('pay_1')).state, 'VOIDED');
      assert.equal((await provider.capture('pay_1')).state, 'VOIDED');
      await provider.authorise(request(accepted, 'pay_2'));
      await provider.capture('pay_2');
      assert.equal((await provider.void('pay_2')).state, 'CAPTURED');
    },
  },
  {
    name: 'a void of what never arrived leaves a mark: a request that comes late reserves nothing',
    run: async ({ provider, accepted }) => {
      assert.equal(await provider.find('pay_1'), undefined);
      assert.equal((await provider.void('pay_1')).state, 'VOIDED');
      assert.equal((await provider.authorise(request(accepted))).state, 'VOIDED');
      assert.equal(await stateOf(provider), 'VOIDED');
    },
  },
  {
    name: 'a refund is paid once by its key, and refunds never exceed what was captured',
    run: async (fixture) => {
      const { provider } = fixture;
      await charged(fixture);
      await provider.refund(refund('rfd_1', 600));
      await provider.refund(refund('rfd_1', 600));
      await assert.rejects(provider.refund(refund('rfd_2', 401)));
      await provider.refund(refund('rfd_3', 400));
      await assert.rejects(provider.refund(refund('rfd_4', 1)));
    },
  },
  {
    name: 'what was only authorised cannot be refunded',
    run: async ({ provider, accepted }) => {
      await provider.authorise(request(accepted));
      await assert.rejects(provider.refund(refund('rfd_1', 1)));
    },
  },
];
