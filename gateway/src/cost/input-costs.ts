import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';

/** An argument or input field: where it stands in the schema, and of what type it is. */
export type Input = Readonly<{ coordinate: string; type: GraphQLInputType }>;

export type Weights = ReadonlyMap<string, number>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const add = (costs: readonly number[]): number => costs.reduce((sum, cost) => sum + cost, 0);

const fieldsOf = (type: GraphQLInputObjectType): readonly (Input & Readonly<{ name: string; fallback: unknown }>)[] =>
  Object.values(type.getFields()).map((field) => ({
    coordinate: `${type.name}.${field.name}`,
    name: field.name,
    type: field.type,
    fallback: field.defaultValue,
  }));

/** The values of an input, one by one: GraphQL takes a single value for a list of one. */
const itemsOf = (value: unknown, type: GraphQLInputType): readonly unknown[] => {
  const inner = getNullableType(type);
  if (!isListType(inner)) return [value];
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => itemsOf(item, inner.ofType));
};

/**
 * What an argument adds to its field: its weight and those of the input fields that are used in it. Without a weight of its own
 * each input object counts 1, and each scalar what its type weighs, usually nothing. May be negative; the field as a whole may not.
 *
 * Source: https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost
 */
export function inputCost(weights: Weights, { coordinate, type }: Input, value: unknown): number {
  if (value === undefined || value === null) return 0;
  const named = getNamedType(type);
  const own = weights.get(coordinate);
  const perItem = own === undefined ? (weights.get(named.name) ?? (isInputObjectType(named) ? 1 : 0)) : 0;
  const costOfItem = (item: unknown): number => {
    if (!isInputObjectType(named) || !isRecord(item)) return perItem;
    const used = fieldsOf(named).map(({ name, fallback, ...field }) => {
      const inner = item[name] === undefined ? fallback : item[name];
      return inputCost(weights, field, inner);
    });
    return add([perItem, ...used]);
  };
  const items = itemsOf(value, type).filter((item) => item !== undefined && item !== null);
  return add([own ?? 0, ...items.map(costOfItem)]);
}

/** Whether an input can cost anything: most arguments are scalars without a weight, and need not be looked at. */
export const mayCost = (weights: Weights, { coordinate, type }: Input): boolean => {
  const named = getNamedType(type);
  return weights.has(coordinate) || weights.has(named.name) || isInputObjectType(named);
};
