import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { placeOf } from '@meridian/platform/event-log/place';
import { listingEvent, openWatchedMarket } from './watched-market.ts';

describe('what can be asked', () => {
  test.each([
    '--help',
    'events tail --help',
    'events show --help',
    'consumers --help',
    'dlq replay --help',
    'outbox --help',
  ])('%s', async (argv) => {
    await using market = await openWatchedMarket();
    const { code, out, err } = await market.meridian(argv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchSnapshot();
  });

  test.each([
    ['', 'Usage:'],
    ['events', 'Usage:'],
    ['event tail', "unknown command 'event'"],
    ['events tail --topics listings', "unknown option '--topics'"],
    ['events show', "missing required argument 'event'"],
    ['dlq show listings.dlq', 'A place looks like bookings.dlq/0@17.'],
    ['dlq show listings/0@1', 'A place looks like bookings.dlq/0@17.'],
    ['dlq replay', 'name one place, or say --all'],
    ['dlq replay listings.dlq/0@0 --all', 'name one place, or say --all'],
  ])('"%s" is wrong usage: exit code 2, said on stderr', async (argv, sentence) => {
    await using market = await openWatchedMarket();
    const { code, out, err } = await market.meridian(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  test('a folder without a market is named, and nothing is created in it', async () => {
    await using market = await openWatchedMarket();
    const empty = await mkdtemp(join(tmpdir(), 'meridian-cli-empty-'));
    for (const command of ['events tail', 'events show x', 'consumers', 'dlq list']) {
      const { code, out, err } = await market.meridian(`--data ${empty} ${command}`);
      expect([code, out]).toEqual([1, '']);
      expect(err).toBe(
        `meridian: ${empty}/log.db does not exist. Start Meridian once, or name its folder with --data.`,
      );
    }
    expect((await market.meridian(`--data ${empty} outbox`)).code).toBe(1);
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
  });
});

describe('events tail', () => {
  const untilLine = (count: number) => (lines: readonly string[], stop: () => void) => {
    if (lines.length >= count) stop();
  };

  test('prints from the oldest on, and ends with Ctrl-C and exit code 0', async () => {
    await using market = await openWatchedMarket();
    await market.publish([1, 2, 3].map((n) => listingEvent(n)));
    const { code, out, err } = await market.meridian('events tail --from-start', untilLine(3));
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').sort().join('\n')).toMatchSnapshot();
  });

  test('prints what happens while it runs, and nothing older', async () => {
    await using market = await openWatchedMarket();
    await market.publish([listingEvent(1)]);
    const running = market.meridian('events tail --json', untilLine(1));
    // What is appended before it listens is not its business, so it is told until it hears.
    let n = 2;
    const timer = setInterval(() => market.publish([listingEvent(n++)]), 20);
    const { out } = await running;
    clearInterval(timer);
    expect(JSON.parse(out.split('\n')[0] ?? '')).toMatchObject({ type: 'listing.updated' });
    expect(out).not.toContain('"evt_1"');
  });

  test('narrows by topic, type and subject', async () => {
    await using market = await openWatchedMarket();
    const deleted = { type: 'listing.deleted', dataschema: 'listing.deleted/1' };
    await market.publish([
      listingEvent(1),
      listingEvent(2, deleted),
      listingEvent(3, deleted),
      listingEvent(5, deleted),
    ]);
    const argv = 'events tail --from-start --topic listings --type listing.deleted --subject sty_1';
    const { out } = await market.meridian(argv, untilLine(2));
    expect(out.match(/evt_\d/g)).toEqual(['evt_3', 'evt_5']);
  });

  test('does not fall over what is no event', async () => {
    await using market = await openWatchedMarket();
    await market.log.append([{ topic: 'listings', key: 'sty_1', eventId: 'odd', value: 'not even JSON' }]);
    const { code, out } = await market.meridian('events tail --from-start', untilLine(1));
    expect([code, out]).toEqual([0, expect.stringContaining('(no event)')]);
  });

  test('an unknown topic is named with those that there are', async () => {
    await using market = await openWatchedMarket();
    const { code, err } = await market.meridian('events tail --topic hotels');
    expect([code, err]).toEqual([1, 'meridian: There is no topic hotels. There are: listings.']);
  });
});

describe('events show', () => {
  test('tells one event: place, cause, effects, and who has applied it', async () => {
    await using market = await openWatchedMarket();
    await market.publish([listingEvent(1, { causationid: 'evt_0' }), listingEvent(3, { causationid: 'evt_1' })]);
    await market.consume();
    await market.publish([listingEvent(5)]);
    const byId = await market.meridian('events show evt_1');
    expect([byId.code, byId.err]).toEqual([0, '']);
    expect(byId.out).toMatchSnapshot();
    const place = /place +(\S+)/.exec(byId.out)?.[1];
    expect((await market.meridian(`events show ${place}`)).out).toBe(byId.out);
    expect((await market.meridian('events show evt_5')).out).toMatch(/waiting +deals: 0 before it/);
    expect(JSON.parse((await market.meridian('events show evt_1 --json')).out)).toMatchObject({
      event: { id: 'evt_1' },
      ledTo: [{ id: 'evt_3' }],
      consumers: [{ group: 'deals', state: 'applied' }],
    });
  });

  test.each(['evt_9', 'listings/1@40', 'listings/7@0', 'hotels/0@0'])('%s is not there: exit code 1', async (event) => {
    await using market = await openWatchedMarket();
    const { code, out, err } = await market.meridian(`events show ${event}`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^meridian: There is (?:no event|nothing at) /);
  });

  test('says of a place that is no longer kept where its partition begins, and finds what is left', async () => {
    await using market = await openWatchedMarket();
    const [first, second] = await market.publish([listingEvent(1), listingEvent(3), listingEvent(5)]);
    if (!first || !second) throw new Error('Nothing was published.');
    await market.log.forget(second);
    expect(await market.meridian(`events show ${placeOf(first)}`)).toEqual({
      code: 1,
      out: '',
      err: `meridian: ${placeOf(first)} is no longer kept. The oldest record there is ${placeOf(second)}.`,
    });
    expect((await market.meridian('events show evt_3')).out).toContain(placeOf(second));
  });
});

describe('consumers', () => {
  test('sums up each group; one group by partition', async () => {
    await using market = await openWatchedMarket();
    expect((await market.meridian('consumers')).out).toBe('No consumer groups yet.');
    market.broken.add('evt_2');
    await market.publish([1, 2, 3].map((n) => listingEvent(n)));
    await market.consume();
    await market.publish([listingEvent(4), listingEvent(5)]);
    expect((await market.meridian('consumers')).out).toMatchSnapshot();
    expect((await market.meridian('consumers --group deals')).out).toMatchSnapshot();
    expect(JSON.parse((await market.meridian('consumers --json')).out)).toEqual({
      group: 'deals',
      topics: 1,
      partitions: 2,
      lag: 2,
      deadLetters: 1,
    });
    const { code, err } = await market.meridian('consumers --group offers');
    expect([code, err]).toEqual([1, 'meridian: There is no consumer group offers. There are: deals.']);
  });
});

describe('dlq', () => {
  test('a dead letter is listed, shown, put back once its cause is gone, and then applied once', async () => {
    await using market = await openWatchedMarket();
    market.broken.add('evt_2');
    await market.publish([1, 2, 4].map((n) => listingEvent(n)));
    await market.consume();
    expect([...market.applied].sort()).toEqual(['evt_1', 'evt_4']);
    const list = await market.meridian('dlq list');
    expect([list.code, list.err]).toEqual([0, '']);
    expect(list.out).toMatchSnapshot();
    expect((await market.meridian('dlq show listings.dlq/0@0')).out).toMatchSnapshot();
    expect((await market.meridian('events show evt_2')).out).toContain(
      'deals: TypeError: no exchange rate for evt_2; see dlq show listings.dlq/0@0',
    );

    market.broken.clear();
    const replay = await market.meridian('dlq replay listings.dlq/0@0');
    expect([replay.code, replay.out]).toEqual([0, expect.stringContaining('lies at listings/')]);
    await market.consume();
    expect(market.applied.filter((id) => id === 'evt_2')).toEqual(['evt_2']);
    expect(market.applied).toHaveLength(3);
    expect((await market.meridian('dlq list')).out).toBe('No dead letters.');
    expect((await market.meridian('events show evt_2')).out).toMatch(/place .*, again listings\//);
  });

  test('what fails again is a dead letter again; --all puts back what the list has', async () => {
    await using market = await openWatchedMarket();
    market.broken.add('evt_1').add('evt_2');
    await market.publish([1, 2].map((n) => listingEvent(n)));
    await market.consume();
    expect((await market.meridian('dlq replay --all')).out.split('\n')).toHaveLength(2);
    expect((await market.meridian('dlq replay --all')).out).toBe('No dead letters.');
    market.broken.delete('evt_1');
    await market.consume();
    expect(market.applied).toEqual(['evt_1']);
    const left = (await market.meridian('dlq list --json')).out.split('\n').map((line) => JSON.parse(line));
    expect(left).toEqual([expect.objectContaining({ eventId: 'evt_2', group: 'deals' })]);
    expect((await market.meridian('dlq list --topic listings.dlq --json')).out).toContain('"evt_2"');
    expect((await market.meridian('dlq list --topic hotels')).out).toBe('No dead letters.');
  });

  test('what another tool has written is listed and shown as that, and is not put back', async () => {
    await using market = await openWatchedMarket();
    market.broken.add('evt_1');
    await market.publish([listingEvent(1)]);
    await market.consume();
    await market.log.append([{ topic: 'listings.dlq', key: 'sty_1', eventId: 'foreign', value: 'moved by hand' }]);
    const lines = (await market.meridian('dlq list')).out.split('\n');
    const place = lines.find((line) => line.includes('foreign'))?.split(' ')[0];
    expect(lines.filter((line) => line.includes('(nobody)'))).toEqual([
      expect.stringMatching(/foreign +It is no dead letter: another tool has written it here\. It is no JSON\./),
    ]);
    expect(JSON.parse((await market.meridian(`dlq show ${place}`)).out)).toMatchObject({ group: null, origin: place });
    expect((await market.meridian('consumers')).code).toBe(0);
    expect((await market.meridian(`dlq replay ${place}`)).err).toBe(`meridian: There is no dead letter at ${place}.`);
    expect((await market.meridian('dlq replay --all')).out.split('\n')).toEqual([expect.stringMatching(/ again; /)]);
  });

  test('what is not there, or was put back, is said so: exit code 1', async () => {
    await using market = await openWatchedMarket();
    market.broken.add('evt_1');
    await market.publish([listingEvent(1)]);
    await market.consume();
    for (const place of ['listings.dlq/0@7', 'listings.dlq/5@0', 'hotels.dlq/0@0']) {
      const { code, err } = await market.meridian(`dlq show ${place}`);
      expect([code, err]).toEqual([1, `meridian: There is no dead letter at ${place}.`]);
    }
    await market.meridian('dlq replay listings.dlq/0@0');
    const { code, err } = await market.meridian('dlq replay listings.dlq/0@0');
    expect([code, err]).toEqual([1, 'meridian: listings.dlq/0@0 was put back before.']);
  });
});

describe('outbox', () => {
  test('shows what waits to be published and what is parked for a newer release', async () => {
    await using market = await openWatchedMarket();
    await market.publish([listingEvent(1, { dataschema: 'listing.updated/2' })]);
    await market.consume();
    await market.leaveInOutbox([listingEvent(2), listingEvent(3)]);
    market.clock.advance(5 * 60_000);
    const { code, out, err } = await market.meridian('outbox');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchSnapshot();
    expect(JSON.parse((await market.meridian('outbox --json')).out)).toEqual({
      service: 'deals',
      waiting: 2,
      oldestAddedAt: Date.UTC(2026, 10, 20, 12, 0, 30),
      parked: [{ group: 'deals', dataschema: 'listing.updated/2', events: 1 }],
    });
  });
});
