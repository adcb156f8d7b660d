import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { StayNight, StayNightsRecord } from '@meridian/schema/contracts/stay-records';
import { type DateShift, shiftTravel } from '../date-shift.ts';
import { parseMoney, priceProblem } from '../values/parse-money.ts';
import { parseNumber } from '../values/parse-number.ts';
import { parseDate, parseFlag, parseText } from '../values/parse-values.ts';
import { isWholeDate, isWholeFlag } from '../values/whole-value.ts';
import { dollarMeans, nightsLimit } from './airbnb-values.ts';
import { type Format, type FormatContext, type Item, openFormat, type Reading, skip } from './format.ts';

type Night = Readonly<{
  stay: string;
  date: string;
  available: boolean;
  price: string;
  minNights: number | undefined;
  maxNights: number | undefined;
}>;

const read = (get: (column: string) => string): Reading<Night> => {
  const [id, date, available] = [get('listing_id'), parseDate(get('date')), parseFlag(get('available'))];
  if (!/^\d+$/.test(id)) return skip(`"${id}" is no listing id`);
  if (date === undefined) return skip(`"${get('date')}" is no date`);
  if (available === undefined) return skip(`"${get('available')}" is neither t nor f for available`);
  const price = parseText(get('price')) ?? '';
  // The rest is known when the night is written: the currency is the stay's.
  if (price !== '' && parseNumber(price) === undefined) return skip(`"${price}" is no price`);
  const parsed = {
    stay: `airbnb:${id}`,
    date,
    available,
    price,
    minNights: nightsLimit(get('minimum_nights')),
    maxNights: nightsLimit(get('maximum_nights')),
  };
  return { ok: true, parsed, key: `airbnb:${id}:${date}`, travelDate: date };
};

const nightOf = ({ parsed }: Item<Night>, currency: string, shift: DateShift): StayNight => {
  const price = parsed.price === '' ? undefined : parseMoney(parsed.price, currency, dollarMeans);
  return {
    date: shiftTravel(parsed.date, shift),
    available: parsed.available,
    ...(price === undefined || price.minor === 0 ? {} : { price }),
    ...(parsed.minNights === undefined ? {} : { minNights: parsed.minNights }),
    ...(parsed.maxNights === undefined ? {} : { maxNights: parsed.maxNights }),
  };
};

/** Puts the nights of a stay together; the file has them one after the other. */
const group = (items: readonly Item<Night>[]): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  for (const [index, { parsed }] of items.entries()) {
    const indexes = groups.get(parsed.stay);
    if (indexes === undefined) groups.set(parsed.stay, [index]);
    else indexes.push(index);
  }
  return groups;
};

const unknownStay = ({ stay }: Night): RowOutcome => ({
  skipped: `unknown stay ${stay}; import airbnb-listings first`,
});

/** Nights whose price is one in the stay's currency. The others get their reason. */
const priced = (items: readonly Item<Night>[], indexes: readonly number[], currency: string) => {
  const [good, reasons] = [[] as number[], new Map<number, RowOutcome>()];
  for (const index of indexes) {
    const price = items[index]?.parsed.price ?? '';
    const problem = price === '' ? undefined : priceProblem(price, currency, dollarMeans);
    if (problem === undefined) good.push(index);
    else reasons.set(index, { skipped: problem });
  }
  return { good, reasons };
};

const writeNights = async (
  { listings }: FormatContext,
  items: readonly Item<Night>[],
  shift: DateShift,
): Promise<readonly RowOutcome[]> => {
  const groups = [...group(items)];
  const stays = await listings.stays(groups.map(([stay]) => stay));
  const outcomes: RowOutcome[] = items.map(({ parsed }) => unknownStay(parsed));
  const known = groups.flatMap(([stay, indexes]) => {
    const currency = stays.get(stay)?.currency;
    if (currency === undefined) return [];
    const { good, reasons } = priced(items, indexes, currency);
    for (const [index, outcome] of reasons) outcomes[index] = outcome;
    return good.length === 0 ? [] : [{ stay, currency, indexes: good }];
  });
  const records = known.map(
    ({ stay, currency, indexes }): StayNightsRecord => ({
      staySourceKey: stay,
      nights: indexes.flatMap((index) => items.slice(index, index + 1)).map((item) => nightOf(item, currency, shift)),
    }),
  );
  const answers = records.length === 0 ? [] : await listings.upsertStayNights(records);
  for (const [at, { indexes }] of known.entries()) {
    for (const [position, index] of indexes.entries()) outcomes[index] = answers[at]?.[position] ?? 'unchanged';
  }
  return outcomes;
};

const open = (context: FormatContext) =>
  openFormat<Night>({
    read: (fields) => read((column) => context.field(fields, column)),
    write: (items, shift) => writeNights(context, items, shift),
  });

/** Inside Airbnb's `calendar.csv`: one row per listing and night. The currency is the stay's. */
export const airbnbCalendar: Format = {
  name: 'airbnb-calendar',
  source: 'airbnb',
  header: {
    required: ['listing_id', 'date', 'available', 'price', 'minimum_nights', 'maximum_nights'],
    optional: ['adjusted_price'],
    others: 'refused',
  },
  // A number is not: 11 of 1125 is one too, and would replace what the whole file had told.
  whole: { date: isWholeDate, available: isWholeFlag },
  open,
};
