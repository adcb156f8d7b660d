import type { ValidationFailure } from '@meridian/platform/values/problems';
import type { Account } from '../domain/account.ts';
import { type ProfileFields, profileProblems } from '../domain/account-rules.ts';
import { accept, failureOf, type Result, refuse } from '../domain/problems.ts';
import type { UserStore } from '../ports/user-store.ts';
import type { Caller } from './caller.ts';

export type NotPermittedFailure = Readonly<{ code: 'NOT_PERMITTED' }>;
export type UpdateProfileFailure = ValidationFailure | NotPermittedFailure;

/** Only the parts that change. Null clears, where nothing may stand. */
export type ProfileChange = Readonly<{ [Field in keyof ProfileFields]?: ProfileFields[Field] | null | undefined }>;

/** A required part that is null is a problem like any other; an optional part that is null is cleared. */
function fieldsOf(change: ProfileChange): Partial<ProfileFields> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const fields = Object.fromEntries(given) as Partial<ProfileFields>;
  return fields.displayName ? { ...fields, displayName: fields.displayName.trim() } : fields;
}

/** Others keep a person's country and currency; a name or a locale is nobody else's business. */
const concernsOthers = (before: Account, after: Account): boolean =>
  before.countryCode !== after.countryCode || before.currency !== after.currency;

/** Changes the caller's own profile. */
export const createUpdateProfile =
  (deps: Readonly<{ store: UserStore }>) =>
  async (change: ProfileChange, caller: Caller): Promise<Result<Account, UpdateProfileFailure>> => {
    const { principal, traceparent } = caller;
    if (principal.kind !== 'user') return refuse({ code: 'NOT_PERMITTED' });
    const fields = fieldsOf(change);
    const invalid = failureOf(profileProblems(fields));
    if (invalid) return refuse(invalid);
    return deps.store.transaction(async (transaction) => {
      const before = await transaction.find(principal.userId);
      if (!before) return refuse({ code: 'NOT_PERMITTED' } as const);
      const after: Account = { ...before, ...fields, version: before.version + 1 };
      await transaction.update(before, after);
      if (concernsOthers(before, after))
        await transaction.announce([{ type: 'user.updated', account: after, traceparent }]);
      return accept(after);
    });
  };
