import { expect, test } from '@jest/globals';
import { CloseCode } from 'graphql-ws';
import { type CloseName, closeCodes, closing } from './close-codes.ts';

/** From the first of ours to the last that may be ours. */
const isInGap = (code: number) => code >= 4430 && code < 4500;

test('the protocol leaves the gap free in which our codes stand', () => {
  const ofProtocol = Object.values(CloseCode).filter((code) => typeof code === 'number');
  expect(ofProtocol.length).toBeGreaterThan(0);
  expect(ofProtocol.filter(isInGap)).toEqual([]);
});

test('every code has one meaning, fits in a close frame, and is not one of the protocol', () => {
  const names = Object.keys(closeCodes) as CloseName[];
  expect(new Set(Object.values(closeCodes)).size).toBe(names.length);
  const ofProtocol = new Set(Object.values(CloseCode));
  for (const name of names) {
    const { code, reason } = closing(name);
    expect(ofProtocol.has(code)).toBe(false);
    expect(code === 1001 || isInGap(code)).toBe(true);
    expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
  }
});
