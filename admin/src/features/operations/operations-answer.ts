import type { OperationsQuery } from '../../generated/features/operations/operations.ts';

/** What a part of the page shows of the one operation: nothing while it is on its way; a part of it where a service is down. */
export type OperationsAnswer = Readonly<{
  data: OperationsQuery | undefined;
  error: unknown;
  onRetry: () => void;
}>;
