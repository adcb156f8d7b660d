import type { Api } from '../support/api.ts';
import type { Fixtures } from './fixtures.ts';

/** A request that makes no sense or is not the caller's to make, and how it must be refused. */
export type BadCase = Readonly<{
  what: string;
  field: string;
  input: (given: Fixtures) => Readonly<Record<string, unknown>>;
  as: (given: Fixtures) => Api;
  /** The failure's type; or the code of a top-level error where the input cannot even be read. */
  expected: string;
  /** Where in the input a validation failure must point to. */
  at?: string;
}>;

type Bad = Readonly<{ expected?: string; at?: string; as?: BadCase['as'] }>;

/** Cases of one mutation: each is a change to an input that would be right. */
export function casesOf(
  field: string,
  right: BadCase['input'],
  by: BadCase['as'],
): (what: string, wrong: BadCase['input'], bad?: Bad) => BadCase {
  return (what, wrong, { expected = 'ValidationFailed', at, as = by } = {}) => ({
    what,
    field,
    input: (given) => ({ ...right(given), ...wrong(given) }),
    as,
    expected,
    ...(at === undefined ? {} : { at }),
  });
}
