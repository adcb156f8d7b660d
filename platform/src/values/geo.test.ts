import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countryCodes, isCountryCode } from './country.ts';
import { areaInSquareKm, distanceInKm, isBoundingBox, isGeoPoint, pointAt } from './geo.ts';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const singapore = { latitude: 1.35019, longitude: 103.994003 };
const newYork = { latitude: 40.639801, longitude: -73.7789 };

describe('geography', () => {
  test('a point so many km away lies so many km away, and where the direction leads', () => {
    const way = fc.record({
      km: fc.double({ min: 0, max: 500, noNaN: true }),
      degrees: fc.integer({ min: 0, max: 359 }),
    });
    fc.assert(
      fc.property(point, way, (from, along) => {
        const there = pointAt(from, along);
        expect(isGeoPoint(there)).toBe(true);
        expect(distanceInKm(from, there)).toBeCloseTo(along.km, 3);
      }),
    );
    const [north, east] = [pointAt(singapore, { km: 100, degrees: 0 }), pointAt(singapore, { km: 100, degrees: 90 })];
    expect([north.latitude > singapore.latitude, east.longitude > singapore.longitude]).toEqual([true, true]);
    expect(pointAt({ latitude: 0, longitude: 179.9 }, { km: 100, degrees: 90 }).longitude).toBeLessThan(-179);
  });

  test('known distances, in km', () => {
    expect(distanceInKm(singapore, newYork)).toBeCloseTo(15_332, -2);
    expect(distanceInKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015.1, 1);
    expect(distanceInKm({ latitude: 52.5, longitude: 13.4 }, { latitude: 52.500009, longitude: 13.4 })).toBeCloseTo(
      0.001,
      5,
    );
  });

  test('a distance is symmetric, never negative and never more than half of the circumference', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const distance = distanceInKm(from, to);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(20_015.2);
        expect(distanceInKm(to, from)).toBeCloseTo(distance, 6);
        expect(distanceInKm(from, from)).toBe(0);
      }),
    );
  });

  test('the area of a box is that of the zone between its parallels, over its longitudes, across the 180th meridian too', () => {
    const sphere = 4 * Math.PI * 6371.0088 ** 2;
    expect(areaInSquareKm({ south: -90, west: -180, north: 90, east: 180 })).toBeCloseTo(sphere, 3);
    expect(areaInSquareKm({ south: 0, west: 90, north: 90, east: -90 })).toBeCloseTo(sphere / 4, 3);
    expect(areaInSquareKm({ south: 30, west: 0, north: 30, east: 9 })).toBe(0);
  });

  test('coordinates that do not exist are refused', () => {
    expect([
      isGeoPoint(singapore),
      isGeoPoint({ latitude: 90.1, longitude: 0 }),
      isGeoPoint({ latitude: Number.NaN, longitude: 0 }),
    ]).toEqual([true, false, false]);
    expect(isBoundingBox({ south: 1, west: 170, north: 2, east: -170 })).toBe(true);
    expect(isBoundingBox({ south: 3, west: 0, north: 2, east: 1 })).toBe(false);
    expect(isBoundingBox({ south: 0, west: 0, north: 2, east: 181 })).toBe(false);
  });
});

describe('countries', () => {
  test('are the 249 assigned codes', () => {
    expect(new Set(countryCodes).size).toBe(249);
    expect([...countryCodes].sort()).toEqual(countryCodes);
    expect(['SG', 'US', 'sg', 'UK', 'XX', '', null].map(isCountryCode)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
