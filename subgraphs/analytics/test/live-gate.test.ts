import { expect, test } from '@jest/globals';
import { createSecrets } from '@meridian/platform/config/secrets';
import { createCursors } from '@meridian/platform/identity/cursor';
import type { LiveListener } from '../src/application/live-hub.ts';
import { createStreamLiveEvents } from '../src/application/stream-live-events.ts';
import type { RawEvents } from '../src/ports/raw-events.ts';
import { eventOf } from './events.ts';
import { admin } from './harness.ts';

const cursors = createCursors({ key: createSecrets().cursorKey });

/** A stream that catches up until it is told that everything is stored; meanwhile events come live. */
async function openCatchingUp(filter: Readonly<{ subject: string }>) {
  let tell: LiveListener = () => undefined;
  let stored = () => {};
  const storing = new Promise<boolean>((resolve) => {
    stored = () => resolve(true);
  });
  const raw = {
    epoch: async () => 'epo_1',
    horizons: async () => new Map(),
    slice: async () => [],
  } as unknown as RawEvents;
  const hub = {
    start: async () => undefined,
    close: async () => undefined,
    listen(listener: LiveListener) {
      tell = listener;
      return { positions: new Map([['tracking/0', 1]]), stop: () => undefined };
    },
  };
  const after = cursors.encode({ stream: 'liveEvents', epoch: 'epo_1|', position: 0 });
  const streamLiveEvents = createStreamLiveEvents({ hub, raw, waitUntilStored: () => storing, cursors });
  const stream = await streamLiveEvents({ filter, after, principal: admin });
  if (stream === undefined) throw new Error('An operator may read events.');
  let offset = 0;
  return {
    stream,
    come(subject: string, count = 1) {
      for (let left = count; left > 0; left -= 1) {
        offset += 1;
        const time = '2027-03-01T09:00:00.000Z';
        const event = eventOf({ id: `evt_${offset}`, type: 'listing.viewed', time, subject, data: {} });
        tell({ topic: 'tracking', partition: 0, offset, event, positions: new Map([['tracking/0', offset + 1]]) });
      }
    },
    stored,
  };
}

test('what a reader does not ask for never sends it away while it catches up', async () => {
  const { stream, come, stored } = await openCatchingUp({ subject: 'sty_wanted' });
  come('sty_other', 12_000);
  come('sty_wanted');
  stored();
  expect((await stream.next()).value).toMatchObject({ kind: 'EVENT', event: { subject: 'sty_wanted' } });
  await stream.return();
});

test('what it asks for waits within a bound: a reader with too much of it comes back with its cursor', async () => {
  const { stream, come } = await openCatchingUp({ subject: 'sty_wanted' });
  come('sty_wanted', 10_001);
  await expect(stream.next()).rejects.toThrow('Come back with the last cursor.');
});
