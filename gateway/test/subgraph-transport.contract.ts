import { describe, expect, test } from '@jest/globals';
import type { Principal } from '@meridian/platform/identity/principal';
import type { SubgraphCall, SubgraphTransport } from '../src/transports/subgraph-transport.ts';
import type { Tick } from './fixtures/shop-world.ts';

/** A transport to the shop's `ticker` subgraph, and the means to steer that. */
export type OpenedTransport = AsyncDisposable &
  Readonly<{
    transport: SubgraphTransport;
    callAs: (principal: Principal, signal?: AbortSignal) => SubgraphCall;
    ticks: Readonly<{
      publish: (tick: Tick) => void;
      complete: () => void;
      until: (listeners: number) => Promise<void>;
    }>;
    /** Makes the subgraph go away. */
    lose: () => Promise<void>;
  }>;

const nobody: Principal = { kind: 'anonymous' };
const ada: Principal = { kind: 'user', userId: 'usr_ada', sessionId: 'ses_1', roles: ['TRAVELER'], scopes: [] };
const ticked = { query: 'subscription { ticked { n who } }' };

/** What every transport promises. Each adapter's test calls it, whole. */
export const describeSubgraphTransport = (adapter: string, open: () => Promise<OpenedTransport>) =>
  describe(`SubgraphTransport ${adapter}`, () => {
    test('executes an operation with its variables and name', async () => {
      await using opened = await open();
      const query = 'query A { tock } query B($yes: Boolean!) { b: tock @include(if: $yes) }';
      const result = await opened.transport.execute(
        { query, operationName: 'B', variables: { yes: true } },
        opened.callAs(nobody),
      );
      expect(JSON.parse(JSON.stringify(result))).toEqual({ data: { b: 1 } });
    });

    test('errors that the subgraph answers are results', async () => {
      await using opened = await open();
      const result = await opened.transport.execute({ query: '{ nothing }' }, opened.callAs(nobody));
      expect(result.errors?.[0]?.message).toContain('nothing');
    });

    test('a token for another subgraph runs nothing', async () => {
      await using opened = await open();
      const call = opened.callAs(nobody);
      const result = await opened.transport.execute(
        { query: '{ tock }' },
        { ...call, envelope: { ...call.envelope, token: 'stolen' } },
      );
      expect([result.data, result.errors?.[0]?.extensions?.code]).toEqual([undefined, 'INTERNAL_TOKEN_REFUSED']);
    });

    test('a subscription sees its caller, event by event', async () => {
      await using opened = await open();
      const events = opened.transport.subscribe(ticked, opened.callAs(ada));
      const first = events.next();
      await opened.ticks.until(1);
      opened.ticks.publish({ n: 1 });
      opened.ticks.publish({ n: 2 });
      expect(JSON.parse(JSON.stringify((await first).value))).toEqual({ data: { ticked: { n: 1, who: 'usr_ada' } } });
      expect(JSON.parse(JSON.stringify((await events.next()).value))).toEqual({
        data: { ticked: { n: 2, who: 'usr_ada' } },
      });
      await events.return();
    });

    test('the subgraph sees what is in the envelope, for an operation as for an event', async () => {
      await using opened = await open();
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      const bare = opened.callAs(nobody);
      const full = { ...bare, envelope: { ...bare.envelope, clientAddress: '192.0.2.1', traceparent } };
      for (const [call, from] of [
        [full, `${bare.envelope.requestId} 192.0.2.1 ${traceparent}`],
        [bare, `${bare.envelope.requestId} nowhere untraced`],
      ] as const) {
        const { data } = await opened.transport.execute({ query: '{ from }' }, call);
        const events = opened.transport.subscribe({ query: 'subscription { ticked { from } }' }, call);
        const first = events.next();
        await opened.ticks.until(1);
        opened.ticks.publish({ n: 1 });
        expect({ operation: data, event: (await first).value?.data }).toEqual({
          operation: { from },
          event: { ticked: { from } },
        });
        await events.return();
        await opened.ticks.until(0);
      }
    });

    test('a token for another subgraph opens no subscription', async () => {
      await using opened = await open();
      const call = opened.callAs(nobody);
      const events = opened.transport.subscribe(ticked, { ...call, envelope: { ...call.envelope, token: 'stolen' } });
      const { value } = await events.next();
      expect(value?.errors?.map(({ extensions }) => extensions?.code)).toEqual(['INTERNAL_TOKEN_REFUSED']);
      expect((await events.next()).done).toBe(true);
    });

    test('ending the iteration frees the subgraph, though no event comes', async () => {
      await using opened = await open();
      const events = opened.transport.subscribe(ticked, opened.callAs(nobody));
      const waiting = events.next().catch(() => undefined);
      await opened.ticks.until(1);
      await events.return();
      await opened.ticks.until(0);
      await waiting;
    });

    test('an aborted signal ends a subscription, though no event comes', async () => {
      await using opened = await open();
      const left = new AbortController();
      const events = opened.transport.subscribe(ticked, opened.callAs(nobody, left.signal));
      const waiting = events.next().then(
        ({ done }) => done,
        () => true,
      );
      await opened.ticks.until(1);
      left.abort(new Error('the client left'));
      await opened.ticks.until(0);
      expect(await waiting).toBe(true);
    });

    test('a subscription that its subgraph completes just ends', async () => {
      await using opened = await open();
      const events = opened.transport.subscribe(ticked, opened.callAs(nobody));
      const waiting = events.next();
      await opened.ticks.until(1);
      opened.ticks.complete();
      expect((await waiting).done).toBe(true);
    });

    test('a subscription that cannot be opened yields the reason, then ends', async () => {
      await using opened = await open();
      const events = opened.transport.subscribe({ query: 'subscription { refused { n } }' }, opened.callAs(nobody));
      expect((await events.next()).value?.errors?.[0]?.extensions?.code).toBe('NOT_TODAY');
      expect((await events.next()).done).toBe(true);
    });

    test('an aborted signal settles an execution', async () => {
      await using opened = await open();
      const gone = AbortSignal.abort(new Error('the client left'));
      await expect(
        (async () => opened.transport.execute({ query: '{ tock }' }, opened.callAs(nobody, gone)))(),
      ).rejects.toThrow('the client left');
    });

    test('a subgraph that is gone is told as such', async () => {
      await using opened = await open();
      expect(await opened.transport.isReachable(AbortSignal.timeout(5000))).toBe(true);
      await opened.lose();
      await expect(
        (async () => opened.transport.execute({ query: '{ tock }' }, opened.callAs(nobody)))(),
      ).rejects.toMatchObject({
        name: 'SubgraphUnavailable',
      });
      await expect(opened.transport.subscribe(ticked, opened.callAs(nobody)).next()).rejects.toMatchObject({
        name: 'SubgraphUnavailable',
      });
      expect(await opened.transport.isReachable(AbortSignal.timeout(5000))).toBe(false);
    });
  });
