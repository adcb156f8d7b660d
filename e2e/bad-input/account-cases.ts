import { type BadCase, casesOf } from './cases.ts';

const anonymous: BadCase['as'] = (given) => given.anonymous;
const traveler: BadCase['as'] = (given) => given.traveler.api;
const admin: BadCase['as'] = (given) => given.admin.api;

const account = { email: 'nobody-yet@meridian.example', password: 'a-fine-password', displayName: 'Nobody Yet' };
const signUp = casesOf('signUp', () => account, anonymous);
const signIn = casesOf('signIn', () => ({ email: account.email, password: account.password }), anonymous);
const signOut = casesOf('signOut', () => ({}), traveler);
const updateProfile = casesOf('updateProfile', () => ({}), traveler);
const deleteMyAccount = casesOf('deleteMyAccount', () => ({ password: 'a-fine-password' }), traveler);
const setUserRoles = casesOf(
  'setUserRoles',
  (given) => ({ userId: given.traveler.userId, roles: ['TRAVELER'] }),
  admin,
);
const replayDeadLetter = casesOf('replayDeadLetter', () => ({ id: 'bookings.dlq/0@0' }), admin);
const trackEvents = casesOf('trackEvents', () => ({ events: [{ kind: 'PAGE_VIEW', page: '/' }] }), anonymous);

/** Accounts, sessions, profiles, roles, dead letters and tracking. */
export const accountCases: readonly BadCase[] = [
  signUp('no address', () => ({ email: 'nowhere' }), { at: 'email' }),
  signUp('a password that is too short', () => ({ password: 'short' }), { at: 'password' }),
  signUp('a password without end', () => ({ password: 'x'.repeat(100_000) }), { at: 'password' }),
  signUp('an empty name', () => ({ displayName: ' ' }), { at: 'displayName' }),
  signUp('a country that is none', () => ({ countryCode: 'XX' }), { expected: 'BAD_USER_INPUT' }),
  signUp('a currency that is none', () => ({ currency: 'ZZZ' }), { expected: 'BAD_USER_INPUT' }),
  signUp('a locale that is none', () => ({ locale: 'not a locale' }), { at: 'locale' }),
  signUp('an address that is taken', ({ owner }) => ({ email: owner.email.toUpperCase() }), { expected: 'EmailTaken' }),
  signIn('nothing', () => ({ email: '', password: '' })),
  signIn('an unknown address', () => ({}), { expected: 'InvalidCredentials' }),
  signIn('a wrong password', ({ owner }) => ({ email: owner.email }), { expected: 'InvalidCredentials' }),
  signOut('one session and all of them', () => ({ sessionId: 'ses_x', everywhere: true }), { at: 'sessionId' }),
  updateProfile('an empty name', () => ({ displayName: '' }), { at: 'displayName' }),
  updateProfile('no name', () => ({ displayName: null }), { at: 'displayName' }),
  updateProfile('an airport that cannot be one', () => ({ homeAirport: 'London' }), { expected: 'BAD_USER_INPUT' }),
  updateProfile('an airport that is none', () => ({ homeAirport: 'QQQ' }), { at: 'homeAirport' }),
  updateProfile('somebody without an account', () => ({ displayName: 'Eve' }), {
    as: anonymous,
    expected: 'UNAUTHENTICATED',
  }),
  deleteMyAccount('no password', () => ({ password: '' }), { at: 'password' }),
  deleteMyAccount('a wrong password', () => ({ password: 'not-this-one' }), { expected: 'InvalidCredentials' }),
  deleteMyAccount('an account on which others depend', ({ owner }) => ({ password: owner.password }), {
    as: (given) => given.owner.api,
    expected: 'NotPermitted',
  }),
  deleteMyAccount('somebody without an account', () => ({}), { as: anonymous, expected: 'UNAUTHENTICATED' }),
  setUserRoles('no roles', () => ({ roles: [] }), { at: 'roles' }),
  setUserRoles('a role twice', () => ({ roles: ['TRAVELER', 'TRAVELER'] }), { at: 'roles' }),
  setUserRoles('a role that is none', () => ({ roles: ['EMPEROR'] }), { expected: 'BAD_USER_INPUT' }),
  setUserRoles('nobody', () => ({ userId: 'usr_nobody' }), { expected: 'NotFound' }),
  setUserRoles('oneself', (given) => ({ userId: given.traveler.userId, roles: ['ADMIN'] }), {
    as: traveler,
    expected: 'FORBIDDEN',
  }),
  setUserRoles('the admin’s own last right', ({ admin: self }) => ({ userId: self.userId }), {
    expected: 'NotPermitted',
  }),
  replayDeadLetter('what is not there', () => ({}), { expected: 'NotFound' }),
  replayDeadLetter('what is no dead letter', () => ({ id: 'bookings/0@0' }), { expected: 'NotFound' }),
  replayDeadLetter('no id', () => ({ id: '' }), { expected: 'NotFound' }),
  replayDeadLetter('the hands of a traveler', () => ({}), { as: traveler, expected: 'FORBIDDEN' }),
  replayDeadLetter('the hands of nobody', () => ({}), { as: anonymous, expected: 'UNAUTHENTICATED' }),
  trackEvents('nothing', () => ({ events: [] }), { at: 'events' }),
  trackEvents('too much', () => ({ events: Array.from({ length: 51 }, () => ({ kind: 'PAGE_VIEW', page: '/' })) })),
  trackEvents('a page that is none', () => ({ events: [{ kind: 'PAGE_VIEW', page: 'javascript:alert(1)' }] })),
  trackEvents('a listing that is none', () => ({ events: [{ kind: 'LISTING_VIEW', listingId: 'usr_1' }] })),
  trackEvents('a visit that names a person', () => ({ visitId: 'eve@example.org' })),
];
