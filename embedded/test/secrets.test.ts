import { expect, test } from '@jest/globals';
import { analyticsSecrets } from '@meridian/analytics/compose';
import { bookingsSecrets } from '@meridian/bookings/compose';
import { dealsSecrets } from '@meridian/deals/compose';
import { gatewaySecrets } from '@meridian/gateway/secrets';
import { listingsSecrets } from '@meridian/listings/compose';
import type { SecretName } from '@meridian/platform/config/secrets';
import { usersSecrets } from '@meridian/users/compose';

/** What each process is given: see `runService` and the gateway's main. */
const held: Readonly<Record<string, readonly SecretName[]>> = {
  gateway: gatewaySecrets,
  users: usersSecrets,
  listings: listingsSecrets,
  bookings: bookingsSecrets,
  analytics: analyticsSecrets,
  deals: dealsSecrets,
};
const holdersOf = (name: SecretName) => Object.keys(held).filter((process) => held[process]?.includes(name));

test('users alone can sign access tokens, and listings alone offers: nobody else holds their private keys', () => {
  expect(holdersOf('accessKeys')).toEqual(['users']);
  expect(holdersOf('offerKeys')).toEqual(['listings']);
  expect(holdersOf('offerPublicKeys')).toEqual(['bookings']);
  expect(holdersOf('accessPublicKeys')).toEqual(['gateway']);
});
