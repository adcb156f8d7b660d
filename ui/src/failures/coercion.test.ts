import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, test } from '@jest/globals';
import { scalars } from '@meridian/platform/subgraph/scalars';
import { buildSchema, type GraphQLError, graphql } from 'graphql';
import { coercionProblems } from './coercion.ts';
import { sentenceOf } from './failure-sentence.ts';

const schema = buildSchema(`
  scalar Decimal scalar LocalDate scalar AirportCode
  enum Kind { FLIGHT }
  input Fare { price: Decimal! seats: Int! }
  input Wish { amount: Decimal day: LocalDate! fares: [Fare!] airport: AirportCode kind: Kind }
  type Query { wish(input: Wish!): Boolean }
`);
for (const [name, scalar] of scalars) Object.assign(schema.getType(name) ?? {}, { parseValue: scalar.parseValue });

/** The errors with which the graph answers a wish. */
async function refuse(input: unknown): Promise<CombinedGraphQLErrors> {
  const source = 'query ($input: Wish!) { wish(input: $input) }';
  const { errors = [] } = await graphql({ schema, source, variableValues: input === undefined ? {} : { input } });
  return new CombinedGraphQLErrors({ data: null, errors: errors.map((error: GraphQLError) => error.toJSON()) });
}

type Told = Readonly<{ path: string; sentence: string }>;

const day = '2027-03-01';

test.each<readonly [name: string, input: unknown, told: Told]>([
  [
    'an amount with a comma',
    { day, amount: '300,50' },
    { path: 'input.amount', sentence: 'Write an amount as digits, such as 300.50.' },
  ],
  ['an empty day', { day: '' }, { path: 'input.day', sentence: 'Choose a date.' }],
  ['a day that is missing', {}, { path: 'input', sentence: 'It cannot be left empty.' }],
  [
    'a price in a list',
    { day, fares: [{ price: 'abc', seats: 1 }] },
    { path: 'input.fares.0.price', sentence: 'Write an amount as digits' },
  ],
  [
    'no number',
    { day, fares: [{ price: '1', seats: 'x' }] },
    { path: 'input.fares.0.seats', sentence: 'Write a number.' },
  ],
  [
    'no airport',
    { day, airport: 'lisbon' },
    { path: 'input.airport', sentence: 'Write the code of an airport, such as LIS.' },
  ],
  ['none of the choices', { day, kind: 'BOAT' }, { path: 'input.kind', sentence: 'This cannot be used here.' }],
  ['nothing at all', undefined, { path: 'input', sentence: 'It cannot be left empty.' }],
])('%s is told in words for people, at its place', async (_name, input, { path, sentence }) => {
  const error = await refuse(input);
  const [problem] = coercionProblems(error);
  expect(problem?.path.join('.')).toBe(path);
  expect(problem?.message).toContain(sentence);
  expect(sentenceOf(error)).not.toMatch(/Variable|\$input|Decimal/);
});
