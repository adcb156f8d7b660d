import { expect, test } from '@jest/globals';
import { type EnumTypeDefinitionNode, Kind, parse } from 'graphql';
import { tagsOf } from '../src/domain/tags.ts';
import { factsOf } from '../src/events/listing-facts.ts';
import { typeDefs } from '../src/generated/type-defs.ts';
import { startOfTests } from './harness.ts';
import { car, flight, stay } from './listings.ts';

function valuesOf(enumName: string): string[] {
  const found = parse(typeDefs).definitions.find(
    (node): node is EnumTypeDefinitionNode => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === enumName,
  );
  return (found?.values ?? []).map(({ name }) => name.value).sort();
}

test('the schema names exactly the tags that facts of listings, their stock and their dates bring about', () => {
  const fares = flight(1, 20_000).fares.map((fare) => ({ ...fare, refundable: true }));
  const listings = [flight(1, 20_000, { fares }), stay(1, 10_000), car(1, 5_000)];
  const traits = listings.flatMap((state) => factsOf(state, startOfTests).traits);
  const tags = tagsOf({ traits, stock: { left: 1, of: 20 }, leadTimeInDays: 0, isFlight: true });
  expect([...tags].sort()).toEqual(valuesOf('DealTag'));
});
