import { randomUUID } from 'node:crypto';
import { createApi } from '../../support/api.ts';
import { type Person, signUp } from '../../support/people.ts';
import type { Stage } from '../stage.ts';

/** More wrong passwords than an account may have from one address. */
const wrongPasswords = 11;

/** Everything that can become of accounts, sessions, profiles and roles. */
export async function playAccounts(stage: Stage): Promise<void> {
  const anonymous = createApi(`${stage.address}/graphql`);
  await playSigningUp(stage, anonymous);
  await playSigningIn(stage, anonymous);
  await playProfile(stage);
  await playRoles(stage);
  await playLeaving(stage);
}

async function playSigningUp({ expect, people }: Stage, anonymous: ReturnType<typeof createApi>): Promise<void> {
  const account = { email: `e2e-${randomUUID()}@meridian.example`, password: randomUUID(), displayName: 'Una Upsign' };
  await expect(anonymous, 'signUp', { input: account, member: 'AuthenticatedSession' });
  await expect(anonymous, 'signUp', { input: { ...account, email: people.owner.email }, member: 'EmailTaken' });
  await expect(anonymous, 'signUp', { input: { ...account, email: 'nowhere' }, member: 'ValidationFailed' });
}

async function playSigningIn({ expect, perform, address }: Stage, anonymous: ReturnType<typeof createApi>) {
  const person = await signUp(address);
  const { email, password } = person;
  await expect(anonymous, 'signIn', { input: { email, password }, member: 'AuthenticatedSession' });
  await expect(anonymous, 'signIn', { input: { email: '', password: '' }, member: 'ValidationFailed' });
  await expect(anonymous, 'signIn', { input: { email, password: 'not-this-one' }, member: 'InvalidCredentials' });
  for (let attempt = 1; attempt < wrongPasswords; attempt += 1) {
    await perform(anonymous, 'signIn', { email, password: `wrong-${attempt}` });
  }
  await expect(anonymous, 'signIn', { input: { email, password: 'not-this-one' }, member: 'TooManyAttempts' });
  const both = { everywhere: true, sessionId: 'ses_1' };
  await expect(person.api, 'signOut', { input: both, member: 'ValidationFailed' });
  await expect(person.api, 'signOut', { input: { everywhere: true }, member: 'SignedOut' });
}

async function playProfile({ expect, people }: Stage): Promise<void> {
  const profile = {
    displayName: 'Tess Traveler',
    homeAirport: 'JFK',
    countryCode: 'US',
    currency: 'USD',
    locale: 'en-US',
  };
  await expect(people.traveler.api, 'updateProfile', { input: profile, member: 'User' });
  await expect(people.traveler.api, 'updateProfile', { input: { displayName: '' }, member: 'ValidationFailed' });
}

async function playRoles({ expect, people, address }: Stage): Promise<void> {
  const { admin } = people;
  const { userId } = await signUp(address);
  const set = (input: Readonly<Record<string, unknown>>, member: string) =>
    expect(admin.api, 'setUserRoles', { input, member });
  await set({ userId, roles: ['TRAVELER', 'SUPPORT'] }, 'User');
  await set({ userId, roles: [] }, 'ValidationFailed');
  await set({ userId: 'usr_unknown', roles: ['TRAVELER'] }, 'NotFound');
  await set({ userId: admin.userId, roles: ['TRAVELER'] }, 'NotPermitted');
}

/** Whoever goes, stays for the sake of others, or has forgotten the password. A trip that is not over is played with the bookings. */
async function playLeaving({ expect, perform, people, address }: Stage): Promise<void> {
  const leaver = await signUp(address);
  const leave = (person: Person, password: string, member: string) =>
    expect(person.api, 'deleteMyAccount', { input: { password }, member });
  await leave(leaver, '', 'ValidationFailed');
  await leave(leaver, 'not-this-one', 'InvalidCredentials');
  await leave(people.otherOwner, people.otherOwner.password, 'NotPermitted');
  await leave(leaver, leaver.password, 'AccountDeleted');
  await leave(leaver, leaver.password, 'AccountGone');
  const guesser = await signUp(address);
  for (let attempt = 1; attempt < wrongPasswords; attempt += 1) {
    await perform(guesser.api, 'deleteMyAccount', { password: `wrong-${attempt}` });
  }
  await leave(guesser, guesser.password, 'TooManyAttempts');
}
