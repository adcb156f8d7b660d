import { readingCurrency } from '@meridian/ui/formats/reading';
import {
  anyWord,
  oneOf,
  urlAmount,
  urlChoice,
  urlDate,
  urlFlag,
  urlId,
  urlList,
} from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import type { FlightsQueryVariables } from '../../generated/features/flights/flights.ts';
import { orAbsent } from '../search/or-absent.ts';
import { fitParty, partyValues } from '../search/party-search.ts';

export const cabins = ['ECONOMY', 'PREMIUM_ECONOMY', 'BUSINESS', 'FIRST'] as const;
export const departureWindows = ['NIGHT', 'MORNING', 'AFTERNOON', 'EVENING'] as const;
const flightSorts = ['PRICE', 'DURATION', 'DEPARTURE', 'ARRIVAL'] as const;

const values = z.object({
  from: urlId,
  to: urlId,
  date: urlDate,
  return: urlDate,
  ...partyValues,
  cabins: urlList(oneOf(cabins)),
  stops: urlList(oneOf(['0', '1', '2'])),
  carriers: urlList(anyWord),
  windows: urlList(oneOf(departureWindows)),
  maxPrice: urlAmount,
  refundable: urlFlag,
  sort: urlChoice(flightSorts, 'PRICE'),
});

/** A search for flights, as it stands in an address. */
export const flightsSearch = z.pipe(values, z.transform(fitParty));

export type FlightsSearch = z.infer<typeof flightsSearch>;

/** A search that can be run: it says from where and to where. */
export type RunnableFlightsSearch = FlightsSearch & Readonly<{ from: string; to: string }>;

/** The same search without days and filters. */
export const withoutFilters = ({ from, to, adults, children }: FlightsSearch): FlightsSearch =>
  flightsSearch.parse({ from, to, adults, children });

/** Whether a search says enough to be run. */
export const isRunnable = (search: FlightsSearch): search is RunnableFlightsSearch =>
  search.from !== undefined && search.to !== undefined;

/** The search in the graph's words. */
export const flightsVariables = (search: RunnableFlightsSearch): FlightsQueryVariables => ({
  from: search.from,
  to: search.to,
  sort: search.sort,
  input: {
    origin: search.from,
    currency: readingCurrency(),
    destination: search.to,
    date: search.date,
    returnDate: search.return,
    adults: search.adults,
    children: search.children,
    cabins: orAbsent(search.cabins),
    stops: orAbsent(search.stops.map(Number)),
    carriers: orAbsent(search.carriers),
    departureWindows: orAbsent(search.windows),
    maxPrice: search.maxPrice,
    refundable: search.refundable,
  },
});
