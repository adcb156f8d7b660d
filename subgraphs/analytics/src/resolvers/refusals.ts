import { badInput } from '@meridian/platform/subgraph/pages';
import { GraphQLError } from 'graphql';

/** Refuses unless `problem` is undefined. */
export function refuseProblem(problem: string | undefined): void {
  if (problem !== undefined) throw badInput(problem);
}

/** What a use case answers. Undefined is its word for a caller who may not; operators are told, instead of shown an empty report. */
export function allowed<Answer>(answer: Answer | undefined): Answer {
  if (answer !== undefined) return answer;
  throw new GraphQLError('You may not read this. Sign in with an account that may.', {
    extensions: { code: 'FORBIDDEN' },
  });
}
