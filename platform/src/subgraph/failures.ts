import { sentencesOf, type ValidationFailure } from '../values/problems.ts';

/** An expected failure of a use case, as the application layer returns it. */
export type Failure<Code extends string = string> = Readonly<{ code: Code }>;

/** The name of a failure's type in the SDL, which follows from its code: `SOLD_OUT` is `SoldOut`. */
export type TypeNameOf<Code extends string> = Code extends `${infer Word}_${infer Rest}`
  ? `${Capitalize<Lowercase<Word>>}${TypeNameOf<Rest>}`
  : Capitalize<Lowercase<Code>>;

/** How one failure code is told to a client: its type in the SDL, a sentence that says what to do next, and whether to retry. */
export type FailureText<Of extends Failure> = Readonly<{
  __typename: TypeNameOf<Of['code']>;
  message: string | ((failure: Of) => string);
  /** True when the very same request may succeed later. */
  retryable?: boolean;
}>;

/** How arguments that make no sense are told, in every subgraph. */
export const validationText = { __typename: 'ValidationFailed', message: sentencesOf } as const;

/** One entry per failure code of `F`: a new code compiles only with a type and a sentence here. */
export type FailureTexts<F extends Failure> = { readonly [Code in F['code']]: FailureText<Extract<F, { code: Code }>> };

/**
 * A member of a mutation's result union that implements `UserError`, with the data of its failure. Of a union of failures it is the
 * union of their members, so that the compiler holds what a use case may answer against what the SDL says.
 */
export type UserErrorMember<F extends Failure> = F extends Failure
  ? F &
      Readonly<{
        __typename: TypeNameOf<F['code']>;
        message: string;
        path: readonly string[] | null;
        retryable: boolean;
      }>
  : never;

const firstPath = (failure: Failure & Partial<Pick<ValidationFailure, 'problems'>>) => failure.problems?.[0]?.path;

/**
 * Makes the function that turns expected failures into union members. The path of a failure that lists problems is the first one's;
 * of any other, the one given.
 * @example
 * const shape = createFailureShaper<BookFailure>({ SOLD_OUT: { __typename: 'SoldOut', message: 'No seat is left. Search again.' } });
 * return answer.ok ? answer.booking : shape(answer.failure, ['input', 'offerToken']);
 */
export const createFailureShaper =
  <F extends Failure>(texts: FailureTexts<F>) =>
  <Given extends F>(failure: Given, path?: readonly string[]): UserErrorMember<Given> => {
    const text = texts[failure.code as F['code']] as FailureText<F>;
    const member = {
      ...failure,
      __typename: text.__typename,
      message: typeof text.message === 'function' ? text.message(failure) : text.message,
      path: firstPath(failure) ?? path ?? null,
      retryable: text.retryable ?? false,
    };
    // The texts are complete by their type, and each has the name that follows from its code.
    return member as unknown as UserErrorMember<Given>;
  };
