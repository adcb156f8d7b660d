import { expect, test } from '@jest/globals';
import { rolesFrom, rolesInWords } from './role-labels.ts';

test('what a field holds is read as roles, whether it comes as a list or as a text, and nothing else is', () => {
  expect(rolesFrom(['OWNER', 'TRAVELER'])).toEqual(['OWNER', 'TRAVELER']);
  // A browser that fills in a form by itself writes one text.
  expect(rolesFrom('OWNER,ADMIN')).toEqual(['OWNER', 'ADMIN']);
  for (const foreign of [['KING', 'constructor'], '', undefined]) expect(rolesFrom(foreign)).toEqual([]);
});

test('roles are told in one order', () => {
  expect(rolesInWords(['SUPPORT', 'TRAVELER'])).toBe('Traveler, Support');
});
