import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from '../config/environment.ts';
import { createLogger, silentLogger } from '../observability/logger.ts';
import { brokenCases, type ContractCase, describeContract } from '../testkit/contract-suite.ts';
import { createManualClock } from '../time/manual-clock.ts';
import { exchange, type RateTable } from '../values/exchange.ts';
import type { ExchangeRates } from './exchange-rates.ts';
import { createHttpRates } from './http-rates.ts';
import { exchangeRatesSettings, openExchangeRates } from './open-exchange-rates.ts';
import { type RateTables, readRateTables } from './rate-tables.ts';
import { createReferenceRates, readReferenceTables } from './reference-rates.ts';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
const tableOf = (date: string, dollars: string): RateTable => ({
  base: 'EUR',
  date,
  source: 'test',
  rates: new Map([['USD', dollars]]),
});
const tables: RateTables = [tableOf('2025-01-01', '1.10'), tableOf('2025-06-30', '1.20')];

/** What every adapter of the port promises. The fixture's rates were opened on `tables`. */
const promises: readonly ContractCase<{ rates: ExchangeRates }>[] = [
  {
    name: 'the newest table is the current one',
    run: async ({ rates }) => expect(rates.current().date).toBe('2025-06-30'),
  },
  {
    name: 'an instant has the table of its own time, from the first moment of its date on',
    run: async ({ rates }) => {
      expect(rates.at(day('2025-06-30')).date).toBe('2025-06-30');
      expect(rates.at(day('2025-06-30') - 1).date).toBe('2025-01-01');
      expect(rates.at(day('2099-01-01')).date).toBe('2025-06-30');
    },
  },
  {
    name: 'an instant before the first table has the first',
    run: async ({ rates }) => expect(rates.at(0).date).toBe('2025-01-01'),
  },
];

const opened = (rates: ExchangeRates) => async () => ({ rates, [Symbol.asyncDispose]: async () => undefined });
const clock = createManualClock(day('2027-03-01'));

const key = 's3cret';
function service(answers: (() => Response)[], fallback = tables, logger = silentLogger) {
  const asked: string[] = [];
  const fetchOnce: typeof fetch = async (url) => {
    asked.push(String(url));
    const answer = answers.shift();
    if (!answer) throw new Error('The service does not answer.');
    return answer();
  };
  const rates = createHttpRates({
    url: `http://rates.test/latest?key=${key}`,
    fallback,
    clock,
    logger,
    fetch: fetchOnce,
  });
  return { asked, rates };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const answer = (date: string) => () => Response.json({ base: 'EUR', date, rates: { USD: 1.25, XXX: 0 } });

describeContract('ExchangeRates from tables', promises, opened(createReferenceRates(tables)));
describeContract('ExchangeRates over HTTP without an answer', promises, () => opened(service([]).rates)());
describeContract('ExchangeRates over HTTP', promises, async () => {
  const [first, newest] = [tables[0], () => Response.json({ base: 'EUR', date: '2025-06-30', rates: { USD: '1.3' } })];
  const { rates } = service([newest], [first]);
  rates.current();
  await settled();
  return opened(rates)();
});

test('rates that forget earlier tables break a promise', async () => {
  const forgetful = { ...createReferenceRates(tables), at: () => tableOf('2025-06-30', '1.20') };
  expect(await brokenCases(promises, opened(forgetful))).toHaveLength(2);
});

describe('exchange rates over HTTP', () => {
  test('the table at hand serves until the newer one has come, which is asked for anew after six hours', async () => {
    const { rates, asked } = service([answer('2027-03-01'), answer('2027-03-02')]);
    expect(rates.current().date).toBe('2025-06-30');
    await settled();
    const loaded = rates.current();
    expect([loaded.date, loaded.source, [...loaded.rates]]).toEqual(['2027-03-01', 'rates.test', [['USD', '1.25']]]);
    expect(asked).toHaveLength(1);
    clock.advance(6 * 3_600_000);
    rates.at(0);
    await settled();
    expect(rates.current().date).toBe('2027-03-02');
    expect(rates.at(day('2027-03-01')).date).toBe('2027-03-01');
  });

  test.each([
    ['an error', () => new Response('', { status: 500 })],
    ['nonsense', () => Response.json({ base: 'EUR', rates: { USD: 'x' } })],
  ])('%s keeps the older table, and is tried again after five minutes', async (_, wrong) => {
    const { rates, asked } = service([wrong, answer('2027-03-01')]);
    rates.current();
    await settled();
    expect(rates.current().date).toBe('2025-06-30');
    expect(asked).toHaveLength(1);
    clock.advance(300_000);
    rates.current();
    await settled();
    expect(rates.current().date).toBe('2027-03-01');
  });

  test('the key in the address is never shown: not as the source, which anyone may read, and not in the log', async () => {
    const lines: string[] = [];
    const logger = createLogger({
      service: 'rates',
      level: 'info',
      destination: { write: (line) => void lines.push(line) },
    });
    const wrong = [() => new Response('', { status: 403 }), () => Response.json({ base: 'EUR' })];
    const { rates } = service([...wrong, answer('2027-03-01')], tables, logger);
    for (const _ of [1, 2, 3]) {
      rates.current();
      await settled();
      clock.advance(300_000);
    }
    expect(lines).toHaveLength(2);
    expect(lines.join()).toContain('rates.test answered 403');
    expect(rates.current().source).toBe('rates.test');
    expect(lines.join()).not.toContain(key);
  });

  test("the service's word counts, even when it is older than the reference table", async () => {
    const { rates } = service([answer('2025-05-01')]);
    rates.current();
    await settled();
    expect([rates.current().date, rates.at(day('2025-04-01')).date]).toEqual(['2025-05-01', '2025-01-01']);
  });
});

describe('the reference table', () => {
  const reference = openExchangeRates({ clock, logger: silentLogger });

  test('is dated: the same amount is worth what it was worth then', () => {
    const inDollars = (instant: number) =>
      exchange({ minor: 10_000, currency: 'EUR' }, 'USD', reference.at(instant))?.minor;
    expect([inDollars(clock.now()), inDollars(day('2022-04-16'))]).toEqual([11_723, 11_046]);
  });

  test('says of itself that nobody has checked it', () => {
    for (const { source } of readReferenceTables()) expect(source).toMatch(/demonstration, not checked/);
  });

  test('knows no currency earlier that it has forgotten since', () => {
    const [first, ...others] = readReferenceTables();
    expect(others.length).toBeGreaterThan(0);
    for (const table of others)
      expect([...table.rates.keys()]).toEqual(expect.arrayContaining([...first.rates.keys()]));
  });
});

test('tables in the wrong order are refused: an instant would get another day’s rates', () => {
  const { base, source } = { base: 'USD', source: 'test' };
  const wrong = { base, source, tables: ['2025-06-30', '2025-01-01'].map((date) => ({ date, rates: { EUR: '0.8' } })) };
  expect(() => readRateTables(wrong)).toThrow(RangeError);
});

test('an address with a password is refused in words that do not repeat it', () => {
  const problemsOf = (url: string) => {
    const read = readEnvironment(exchangeRatesSettings, { EXCHANGE_RATES_URL: url });
    return read.ok ? [] : read.problems;
  };
  expect(problemsOf('https://rates.test/latest?key=1')).toEqual([]);
  expect(problemsOf('https://me:s3cret@rates.test')).toEqual([
    'EXCHANGE_RATES_URL: Leave user and password out of the address; a key belongs into its query.',
  ]);
  expect(problemsOf('rates')).toEqual([
    'EXCHANGE_RATES_URL: Give the address of a service that answers { base, date, rates }.',
  ]);
});
