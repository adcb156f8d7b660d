import { expect, test } from '@jest/globals';
import { CloseCode } from 'graphql-ws';
import { type CloseName, closeCodes, closing } from './close-codes.ts';

test('every code has one meaning, fits in a close frame, and is not one of the protocol', () => {
  const names = Object.keys(closeCodes) as CloseName[];
  expect(new Set(Object.values(closeCodes)).size).toBe(names.length);
  const ofProtocol = new Set(Object.values(CloseCode));
  for (const name of names) {
    const { code, reason } = closing(name);
    expect(ofProtocol.has(code)).toBe(false);
    expect(code === 1001 || (code >= 4000 && code < 5000)).toBe(true);
    expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
  }
});
