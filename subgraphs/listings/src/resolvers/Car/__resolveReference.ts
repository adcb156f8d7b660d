import type { CarResolvers } from '../../generated/resolvers-types.ts';
import { referenceOf } from '../reference-of.ts';

const find = referenceOf('CAR');

export const __resolveReference: CarResolvers['__resolveReference'] = (reference, context) => find(reference, context);
