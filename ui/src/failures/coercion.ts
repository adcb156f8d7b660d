import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { FieldProblem } from './failure.ts';

/** How the graph says that a variable is not of its type: for programmers, with the value and the type in it. */
const coercion = /^Variable "\$(?<variable>\w+)" (?:got invalid value|of (?:non-null|required) type)/;
const place = / at "(?<place>[\w.[\]]+)"; /;

/** What would be right, by what the graph says that it wants. The first that fits. */
const sentences: readonly (readonly [wants: RegExp, sentence: string])[] = [
  [/Decimal must be/, 'Write an amount as digits, such as 300.50.'],
  [/LocalDate must be/, 'Choose a date.'],
  [/LocalDateTime must be/, 'Choose a date and a time.'],
  [/CurrencyCode must be/, 'Write the code of a currency, such as EUR.'],
  [/CountryCode must be/, 'Write the code of a country, such as PT.'],
  [/AirportCode must be/, 'Write the code of an airport, such as LIS.'],
  [/Int cannot represent|Float cannot represent/, 'Write a number.'],
  [/not to be null|was not provided|must not be null/, 'It cannot be left empty.'],
];

/** For what has no sentence of its own. */
const otherwise = 'This cannot be used here. Check it and try again.';

function problemIn(message: string): FieldProblem | undefined {
  const variable = coercion.exec(message)?.groups?.variable;
  if (variable === undefined) return undefined;
  const path = (place.exec(message)?.groups?.place ?? variable).replaceAll('[', '.').replaceAll(']', '').split('.');
  return { path, message: sentences.find(([wants]) => wants.test(message))?.[1] ?? otherwise };
}

/**
 * What was wrong with the variables of a request, in words for people and by the place where it was: the graph's own words about that
 * are for programmers. Empty when a request failed for another reason.
 */
export const coercionProblems = (error: unknown): readonly FieldProblem[] =>
  CombinedGraphQLErrors.is(error) ? error.errors.flatMap(({ message }) => problemIn(message) ?? []) : [];
