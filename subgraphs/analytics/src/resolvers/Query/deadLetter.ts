import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { allowed } from '../refusals.ts';

export const deadLetter: QueryResolvers['deadLetter'] = async (_parent, { id }, { analytics, principal }) =>
  allowed(await analytics.readDeadLetter({ id, principal }));
