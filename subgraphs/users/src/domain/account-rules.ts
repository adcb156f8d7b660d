import { isCountryCode } from '@meridian/platform/values/country';
import { isCurrencyCode } from '@meridian/platform/values/currency';
import type { Problem } from '@meridian/platform/values/problems';
import { isEmail, isIataAirportCode, isText } from '@meridian/platform/values/validation';
import { normaliseEmail } from './account.ts';
import { allRoles } from './roles.ts';

/** Counted in Unicode code points. */
const passwordMinLength = 8;
/** A bound on the work that one attempt can ask of the hash function. */
const passwordMaxLength = 200;
/** Names of data sets are cut to this; what a person types beyond it is a problem. */
export const displayNameMaxLength = 60;

/** The parts of a profile that a person may set. */
export type ProfileFields = Readonly<{
  displayName: string;
  homeAirport: string | null;
  countryCode: string | null;
  currency: string;
  locale: string;
}>;

const problem = (field: string, message: string): Problem => ({ path: ['input', field], message });

const isLocale = (tag: string): boolean => {
  if (tag.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

type Checks = { readonly [Field in keyof ProfileFields]: (value: ProfileFields[Field]) => boolean };

const checks: Checks = {
  displayName: (name) => isText(name, { minLength: 1, maxLength: displayNameMaxLength }) && !/[\r\n\t]/.test(name),
  homeAirport: (code) => code === null || isIataAirportCode(code),
  countryCode: (code) => code === null || isCountryCode(code),
  currency: isCurrencyCode,
  locale: (tag) => typeof tag === 'string' && isLocale(tag),
};

const sentences: { readonly [Field in keyof ProfileFields]: string } = {
  displayName: `A name has 1 to ${displayNameMaxLength} characters in one line.`,
  homeAirport: 'An airport has an IATA code of three capital letters, for example LIS.',
  countryCode: 'A country has an ISO 3166-1 code of two capital letters, for example PT.',
  currency: 'A currency has an ISO 4217 code of three capital letters, for example EUR. It cannot be left empty.',
  locale: 'A language is a BCP 47 tag, for example pt-PT. It cannot be left empty.',
};

const isBroken = <Field extends keyof ProfileFields>(field: Field, fields: Partial<ProfileFields>): boolean => {
  const value = fields[field];
  return value !== undefined && !checks[field](value as ProfileFields[Field]);
};

/** Every problem of the given parts of a profile. Parts that are undefined are not looked at. */
export const profileProblems = (fields: Partial<ProfileFields>): Problem[] =>
  (Object.keys(checks) as (keyof ProfileFields)[])
    .filter((field) => isBroken(field, fields))
    .map((field) => problem(field, sentences[field]));

/** What is wrong with a home airport that has the form of a code and is none. */
export const unknownHomeAirport = (code: string): Problem => problem('homeAirport', `No airport is known as ${code}.`);

/** Every problem of an address and a password that shall become an account's. */
export function credentialProblems(credentials: Readonly<{ email: string; password: string }>): Problem[] {
  const { email, password } = credentials;
  const problems: Problem[] = [];
  if (!isEmail(email.trim())) problems.push(problem('email', 'An address looks like name@example.com.'));
  if ([...password].length < passwordMinLength || password.length > passwordMaxLength) {
    problems.push(problem('password', `A password has ${passwordMinLength} to ${passwordMaxLength} characters.`));
  } else if (normaliseEmail(password) === normaliseEmail(email)) {
    problems.push(problem('password', 'A password must not be the address itself.'));
  }
  return problems;
}

/** What cannot be anybody's password, whatever accounts there are. */
export const passwordProblems = (password: string): Problem[] =>
  password.length > 0 && password.length <= passwordMaxLength
    ? []
    : [problem('password', `A password has at most ${passwordMaxLength} characters and is not empty.`)];

/** What cannot be anybody's address and password, whatever accounts there are. */
export function attemptProblems(credentials: Readonly<{ email: string; password: string }>): Problem[] {
  const problems: Problem[] = [];
  if (!isEmail(credentials.email.trim())) problems.push(problem('email', 'An address looks like name@example.com.'));
  return [...problems, ...passwordProblems(credentials.password)];
}

/** Every problem of a list of roles that an account shall hold. */
export function roleProblems(roles: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  if (roles.length === 0) problems.push(problem('roles', 'An account holds at least one role, for example TRAVELER.'));
  if (new Set(roles).size < roles.length) problems.push(problem('roles', 'Each role stands in the list once.'));
  const unknown = roles.filter((role) => !(allRoles as readonly string[]).includes(role));
  if (unknown.length > 0) problems.push(problem('roles', `The roles are ${allRoles.join(', ')}.`));
  return problems;
}
