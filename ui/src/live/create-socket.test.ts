import { expect, test } from '@jest/globals';
import { type CloseName, closeCodes } from '@meridian/gateway/subscriptions/close-codes';
import { finalCodes } from './create-socket.ts';

/** Whether the same session would be refused again. A new code of the gateway does not compile before it is decided on here. */
const isFinal: Readonly<Record<CloseName, boolean>> = {
  ACCESS_TOKEN_INVALID: true,
  ACCESS_TOKEN_EXPIRED: false,
  RESUME_FROM_CURSOR: false,
  TOO_MANY_SUBSCRIPTIONS: true,
  TOO_MANY_SOCKETS: false,
  RATE_LIMITED: false,
  GOING_AWAY: false,
};

test('a connection stays closed after the codes of the gateway that are final, and after no others', () => {
  const names = Object.keys(isFinal) as CloseName[];
  expect(finalCodes).toEqual(new Set(names.filter((name) => isFinal[name]).map((name) => closeCodes[name])));
});
