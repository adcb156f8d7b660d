import type { Fetcher } from '@graphiql/toolkit';
import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';

/** A schema as the server tells it, or null where it does not tell it to this caller. */
export type ToldSchema = IntrospectionQuery | null;

const isSchema = (data: unknown): data is IntrospectionQuery =>
  typeof data === 'object' && data !== null && '__schema' in data;

/** Asks for the schema before the editor does, which would show a refusal as if the visitor had done something wrong. */
export async function readSchema(fetcher: Fetcher): Promise<ToldSchema> {
  try {
    const answer = await fetcher({ query: getIntrospectionQuery(), operationName: 'IntrospectionQuery' });
    return 'data' in answer && isSchema(answer.data) ? answer.data : null;
  } catch {
    return null;
  }
}
