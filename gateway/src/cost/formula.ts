/** What an operation's variables hold, as the client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** A part of a cost: a number where the document alone settles it, else the step of the formula that finds it. */
export type Term = number | Readonly<{ step: number }>;

type Step = (found: readonly number[], variables: Variables) => number;

/**
 * Sums that the variables settle. Whatever they do not touch is folded into numbers while the formula is built; the rest is a list
 * of steps, each of earlier ones, so it is solved in one pass however often its parts are used.
 */
export interface Formula {
  sum(terms: readonly Term[]): Term;
  product(left: Term, right: Term): Term;
  /** The largest of the terms, or 0 when there is none. */
  largest(terms: readonly Term[]): Term;
  /** What the variables say, in each case anew. */
  given(read: (variables: Variables) => number): Term;
  solve(term: Term, variables: Variables): number;
}

/** Products of many page sizes pass all integers. At this bound they stay, so that no cost is infinite or not a number. */
const bounded = (value: number): number => Math.min(value, Number.MAX_SAFE_INTEGER);

const solved = (term: Term, found: readonly number[]): number =>
  typeof term === 'number' ? term : (found[term.step] ?? 0);

const isNumber = (term: Term): term is number => typeof term === 'number';

type Fold = (values: readonly number[]) => number;

const add: Fold = (values) => bounded(values.reduce((sum, value) => sum + value, 0));
const greatest: Fold = (values) => Math.max(0, ...values);

/** An empty formula. */
export function createFormula(): Formula {
  const steps: Step[] = [];
  const later = (step: Step): Term => ({ step: steps.push(step) - 1 });

  const folded = (terms: readonly Term[], fold: Fold): Term => {
    const open = terms.filter((term) => !isNumber(term));
    const known = fold(terms.filter(isNumber));
    return open.length === 0 ? known : later((found) => fold([known, ...open.map((term) => solved(term, found))]));
  };

  return {
    sum: (terms) => folded(terms, add),
    largest: (terms) => folded(terms, greatest),
    product(left, right) {
      if (left === 0 || right === 0) return 0;
      if (left === 1) return right;
      if (right === 1) return left;
      if (isNumber(left) && isNumber(right)) return bounded(left * right);
      return later((found) => bounded(solved(left, found) * solved(right, found)));
    },
    given: (read) => later((_found, variables) => read(variables)),
    solve(term, variables) {
      const found: number[] = [];
      for (const step of steps) found.push(step(found, variables));
      return solved(term, found);
    },
  };
}
