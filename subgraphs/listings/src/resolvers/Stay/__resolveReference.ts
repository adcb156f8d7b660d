import type { StayResolvers } from '../../generated/resolvers-types.ts';
import { referenceOf } from '../reference-of.ts';

const find = referenceOf('STAY');

export const __resolveReference: StayResolvers['__resolveReference'] = (reference, context) => find(reference, context);
