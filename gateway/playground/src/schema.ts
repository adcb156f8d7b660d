import type { Fetcher } from '@graphiql/toolkit';
import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import type { Session } from './session.ts';

/** A schema as the server tells it, or null where it does not tell it to this caller. */
export type ToldSchema = IntrospectionQuery | null;

const isSchema = (data: unknown): data is IntrospectionQuery =>
  typeof data === 'object' && data !== null && '__schema' in data;

/**
 * Whether a token says of its bearer that he is an admin. Nobody is let in by this: it spares a question whose answer would be a
 * refusal, which every browser reports as an error of the page.
 */
function isAdmins(token: string): boolean {
  try {
    const [, claims = ''] = token.split('.');
    const { roles } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    return Array.isArray(roles) && roles.includes('ADMIN');
  } catch {
    // Of a token that is no JWT nothing is known.
    return false;
  }
}

/**
 * Asks for the schema before the editor does, which would show a refusal as if the visitor had done something wrong. Who signed in
 * and is no admin is not told it, and so it is not asked for.
 */
export async function readSchema(fetcher: Fetcher, session: Session | undefined): Promise<ToldSchema> {
  try {
    if (session && !isAdmins(await session.token())) return null;
    const answer = await fetcher({ query: getIntrospectionQuery(), operationName: 'IntrospectionQuery' });
    return 'data' in answer && isSchema(answer.data) ? answer.data : null;
  } catch {
    return null;
  }
}
