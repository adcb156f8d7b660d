import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { AirportBook, Airports, ToldAirport } from '../src/ports/airports.ts';

/** Airports, and the transactions in which they are told. */
export type AirportsFixture = Readonly<{
  airports: Airports;
  transaction: (work: (book: AirportBook) => Promise<unknown>) => Promise<unknown>;
}>;

const there = (code: string, sequence: number): ToldAirport => ({ code, isKnown: true, sequence });
const gone = (code: string, sequence: number): ToldAirport => ({ code, isKnown: false, sequence });

const remember = ({ transaction }: AirportsFixture, ...told: readonly ToldAirport[]) =>
  transaction((book) => book.remember(told));

/** What every adapter of {@link Airports} promises. */
export const airportsCases: readonly ContractCase<AirportsFixture>[] = [
  {
    name: 'a code is known once it was told, and no other is',
    run: async (fixture) => {
      expect(await fixture.airports.isKnown('LIS')).toBe(false);
      await remember(fixture, there('LIS', 1), there('OPO', 1));
      expect(await fixture.airports.isKnown('LIS')).toBe(true);
      expect(await fixture.airports.isKnown('OPO')).toBe(true);
      expect(await fixture.airports.isKnown('FAO')).toBe(false);
    },
  },
  {
    name: 'the last that was told of a code holds, within a batch and after it',
    run: async (fixture) => {
      await remember(fixture, there('LIS', 1), gone('LIS', 2));
      expect(await fixture.airports.isKnown('LIS')).toBe(false);
      await remember(fixture, there('LIS', 3));
      expect(await fixture.airports.isKnown('LIS')).toBe(true);
    },
  },
  {
    name: 'what was told before comes late and changes nothing, in either direction',
    run: async (fixture) => {
      await remember(fixture, gone('LIS', 2), there('OPO', 3));
      await remember(fixture, there('LIS', 1), gone('OPO', 2));
      expect(await fixture.airports.isKnown('LIS')).toBe(false);
      expect(await fixture.airports.isKnown('OPO')).toBe(true);
    },
  },
  {
    name: 'what a transaction that rolls back remembered is not known',
    run: async (fixture) => {
      const broken = fixture.transaction(async (book) => {
        await book.remember([there('LIS', 1)]);
        throw new Error('no');
      });
      await expect(broken).rejects.toThrow('no');
      expect(await fixture.airports.isKnown('LIS')).toBe(false);
    },
  },
];
