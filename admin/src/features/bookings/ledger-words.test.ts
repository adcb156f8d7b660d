import { expect, test } from '@jest/globals';
import { accountOf } from './ledger-words.ts';

test('accounts are called as people call them, and lead to whose they are', () => {
  expect(accountOf('owner-payable:usr_1')).toEqual({ label: 'Owed to the owner', userId: 'usr_1' });
  expect(accountOf('provider-clearing')).toEqual({ label: 'Payment provider' });
  expect(accountOf('owner-payable:meridian')).toEqual({ label: 'Owed to the owner' });
  expect(accountOf('constructor')).toEqual({ label: 'constructor' });
});
