import { identified } from '@meridian/schema/contracts/content-hash';
import type { AirlineRecord } from '@meridian/schema/contracts/place-records';
import { hashOf } from './random.ts';

/** A made-up carrier. Its codes belong to no airline of the OpenFlights table, so importing that one never renames it. */
export type Carrier = Readonly<{
  code: string;
  icao: string;
  name: string;
  home: string;
  countryCode: string;
  continent: string;
  hubs: readonly string[];
}>;

export const carriers: readonly [Carrier, ...Carrier[]] = [
  {
    code: 'X0',
    icao: 'MQA',
    name: 'Meridian Atlantic',
    home: 'United States',
    countryCode: 'US',
    continent: 'America',
    hubs: ['JFK', 'ATL'],
  },
  {
    code: 'Q0',
    icao: 'PQS',
    name: 'Prairie Star',
    home: 'United States',
    countryCode: 'US',
    continent: 'America',
    hubs: ['ORD'],
  },
  {
    code: 'Q1',
    icao: 'PQC',
    name: 'Pacific Crest',
    home: 'United States',
    countryCode: 'US',
    continent: 'America',
    hubs: ['LAX'],
  },
  {
    code: 'U0',
    icao: 'CQS',
    name: 'Cruzeiro Sul',
    home: 'Brazil',
    countryCode: 'BR',
    continent: 'America',
    hubs: ['GRU'],
  },
  {
    code: 'X2',
    icao: 'LQA',
    name: 'Albion Airways',
    home: 'United Kingdom',
    countryCode: 'GB',
    continent: 'Europe',
    hubs: ['LHR'],
  },
  {
    code: 'X6',
    icao: 'RQW',
    name: 'Lumière Air',
    home: 'France',
    countryCode: 'FR',
    continent: 'Europe',
    hubs: ['CDG'],
  },
  {
    code: 'X8',
    icao: 'BQL',
    name: 'Rhein Wings',
    home: 'Germany',
    countryCode: 'DE',
    continent: 'Europe',
    hubs: ['FRA', 'AMS'],
  },
  {
    code: 'Y2',
    icao: 'FQG',
    name: 'Bosphorus Line',
    home: 'Turkey',
    countryCode: 'TR',
    continent: 'Europe',
    hubs: ['IST'],
  },
  {
    code: 'Y3',
    icao: 'SQP',
    name: 'Falcon Gulf',
    home: 'United Arab Emirates',
    countryCode: 'AE',
    continent: 'Asia',
    hubs: ['DXB'],
  },
  {
    code: 'Y6',
    icao: 'KQS',
    name: 'Straits Pacific',
    home: 'Singapore',
    countryCode: 'SG',
    continent: 'Asia',
    hubs: ['SIN', 'HKG'],
  },
  { code: 'Z1', icao: 'SQX', name: 'Sakura Sky', home: 'Japan', countryCode: 'JP', continent: 'Asia', hubs: ['HND'] },
  {
    code: 'ZR',
    icao: 'XQC',
    name: 'Southern Cross Air',
    home: 'Australia',
    countryCode: 'AU',
    continent: 'Australia',
    hubs: ['SYD'],
  },
  {
    code: 'U9',
    icao: 'XQP',
    name: 'Protea Air',
    home: 'South Africa',
    countryCode: 'ZA',
    continent: 'Africa',
    hubs: ['JNB'],
  },
];

/** The carriers as records of airlines. */
export const airlineRecords = (): readonly AirlineRecord[] =>
  carriers.map((carrier) =>
    identified({
      sourceKey: `demo:airline:${carrier.code}`,
      iata: carrier.code,
      icao: carrier.icao,
      name: carrier.name,
      countryName: carrier.home,
      countryCode: carrier.countryCode,
      active: true,
    }),
  );

/** Who flies from `origin` to `destination`: one of the carriers that have a hub at either end. */
export const carrierOf = (origin: string, destination: string, frequency: number): Carrier => {
  const candidates = carriers.filter(({ hubs }) => hubs.includes(origin) || hubs.includes(destination));
  const pair = [origin, destination].sort().join('-');
  return candidates[(hashOf(pair) + frequency) % Math.max(candidates.length, 1)] ?? carriers[0];
};
