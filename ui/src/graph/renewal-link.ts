import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap } from 'rxjs';
import type { Session } from '../session/session.ts';

type Coded = Readonly<{ extensions?: Readonly<{ code?: unknown }> }>;

/** The codes of a failed answer, whether it came as a refusal (4xx) or as errors in an answer. */
export function codesOf(error: unknown): readonly unknown[] {
  if (CombinedGraphQLErrors.is(error)) return error.errors.map(({ extensions }) => extensions?.code);
  if (!ServerError.is(error)) return [];
  try {
    const { errors = [] } = JSON.parse(error.bodyText) as { errors?: readonly Coded[] };
    return errors.map(({ extensions }) => extensions?.code);
  } catch {
    // A proxy's page, for example.
    return [];
  }
}

/**
 * Asks once more with a new token when the server says that the old one has ended. This happens although tokens are renewed ahead
 * of time: clocks differ, laptops sleep.
 */
export const createRenewalLink = (session: Session): ErrorLink =>
  new ErrorLink(({ error, operation, forward }) => {
    if (operation.getContext().isRenewed === true || !codesOf(error).includes('ACCESS_TOKEN_EXPIRED')) return undefined;
    operation.setContext({ isRenewed: true });
    return from(session.renew()).pipe(switchMap(() => forward(operation)));
  });
