import type { ExecutionResult } from 'graphql';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import { denialErrors } from './denial-errors.ts';
import { createDenialMessage } from './denial-message.ts';

/** Adds to an answer the errors that explain the nulls of refused fields, behind those that it has. Changes nothing in place. */
export function withDenials(result: ExecutionResult, prepared: PreparedOperation): ExecutionResult {
  const { document, operation, denied } = prepared;
  const messageOf = createDenialMessage(prepared);
  const denials = denialErrors(document, operation, { denied, data: result.data, messageOf });
  return denials.length > 0 ? { ...result, errors: [...(result.errors ?? []), ...denials] } : result;
}
