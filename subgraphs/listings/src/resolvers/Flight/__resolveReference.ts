import type { FlightResolvers } from '../../generated/resolvers-types.ts';
import { referenceOf } from '../reference-of.ts';

const find = referenceOf('FLIGHT');

export const __resolveReference: FlightResolvers['__resolveReference'] = (reference, context) =>
  find(reference, context);
