import { GraphQLError } from 'graphql';
import type { ValidationFailed } from '../domain/failures.ts';

/** A refusal of arguments that no result union tells of. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

export const refusedFilter = ({ problems }: ValidationFailed): GraphQLError =>
  badInput(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '));

/** How many to answer: 1 to 100, 20 unless told. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 20;
  if (size < 1 || size > 100) throw badInput('`first` is a number from 1 to 100.');
  return size;
}

export const notOfThisList = (): GraphQLError =>
  badInput('`after` is no cursor of this list. Use the `endCursor` of the page before.');
