import type { ExecutionResult } from 'graphql';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import { denialErrors } from './denial-errors.ts';

/** Adds the errors that explain the nulls of refused fields. */
export function withDenials(
  result: ExecutionResult,
  { document, operation, denied }: PreparedOperation,
): ExecutionResult {
  const denials = denialErrors(document, operation, { denied, data: result.data });
  return denials.length > 0 ? { ...result, errors: [...(result.errors ?? []), ...denials] } : result;
}
