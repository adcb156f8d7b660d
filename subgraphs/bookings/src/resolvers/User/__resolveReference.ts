import { mayRead } from '../../application/caller.ts';
import type { BookingsContext } from '../context.ts';

/** Whoever guesses a user's id must not get their trips by it. */
export const __resolveReference = ({ id }: { id: string }, { principal }: BookingsContext) =>
  mayRead(principal, id) ? { id } : null;
