import type { Principal } from '@meridian/platform/identity/principal';
import type { Problem } from '@meridian/platform/values/problems';
import { isIataAirportCode } from '@meridian/platform/values/validation';
import type { Account } from '../domain/account.ts';
import { type ProfileFields, profileProblems, unknownHomeAirport } from '../domain/account-rules.ts';
import { type FailureOf, invalid, type Refusal, refuse } from '../domain/failures.ts';
import type { Airports } from '../ports/airports.ts';
import type { UserStore } from '../ports/user-store.ts';

/** Only the parts that change. Null clears, where nothing may stand. */
export type ProfileChange = Readonly<{ [Field in keyof ProfileFields]?: ProfileFields[Field] | null | undefined }>;

/** What to change in the caller's own profile. */
export type UpdateProfileRequest = Readonly<{
  principal: Principal;
  change: ProfileChange;
  traceparent?: string | undefined;
}>;

type Answer = Readonly<{ ok: true; account: Account }> | Refusal<FailureOf<'VALIDATION_FAILED' | 'NOT_PERMITTED'>>;

/** A required part that is null is a problem like any other; an optional part that is null is cleared. */
function fieldsOf(change: ProfileChange): Partial<ProfileFields> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const fields = Object.fromEntries(given) as Partial<ProfileFields>;
  return fields.displayName ? { ...fields, displayName: fields.displayName.trim() } : fields;
}

/** Others keep a person's country and currency; a name or a locale is nobody else's business. */
const concernsOthers = (before: Account, after: Account): boolean =>
  before.countryCode !== after.countryCode || before.currency !== after.currency;

type Dependencies = Readonly<{ store: UserStore; airports: Airports }>;

/** What has no form of a code is told by the rules; only a code can be looked up. */
async function homeAirportProblems({ airports }: Dependencies, { homeAirport }: Partial<ProfileFields>) {
  const isUnknown = isIataAirportCode(homeAirport) && !(await airports.isKnown(homeAirport));
  return isUnknown ? [unknownHomeAirport(homeAirport)] : [];
}

/** Changes the caller's own profile. */
export const createUpdateProfile =
  (deps: Dependencies) =>
  async ({ principal, change, traceparent }: UpdateProfileRequest): Promise<Answer> => {
    if (principal.kind !== 'user') return refuse({ code: 'NOT_PERMITTED' });
    const fields = fieldsOf(change);
    const problems: Problem[] = [...profileProblems(fields), ...(await homeAirportProblems(deps, fields))];
    if (problems.length > 0) return invalid(problems);
    return deps.store.transaction(async (transaction) => {
      const before = await transaction.find(principal.userId);
      if (!before) return refuse({ code: 'NOT_PERMITTED' });
      const after: Account = { ...before, ...fields, version: before.version + 1 };
      await transaction.update(before, after);
      if (concernsOthers(before, after))
        await transaction.announce([{ type: 'user.updated', account: after, traceparent }]);
      return { ok: true as const, account: after };
    });
  };
