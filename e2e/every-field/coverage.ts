import { type GraphQLSchema, isObjectType } from 'graphql';

/** Which fields of the schema have been asked for, and which have answered something else than null. */
export interface Coverage {
  /** Walks an answer. Every object in it must carry `__typename`, and no field may have an alias. */
  record(answer: unknown): void;
  /** Whether the field has answered something. */
  isSeen(coordinate: string): boolean;
  /** Fields of the schema that were never asked for, as `Type.field`. */
  neverAsked(): string[];
  /** Fields that were asked for and were null every time. */
  alwaysNull(): string[];
}

export function createCoverage(schema: GraphQLSchema): Coverage {
  const asked = new Set<string>();
  const seen = new Set<string>();
  const record = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) record(item);
    if (!isTyped(value)) return;
    for (const [field, inner] of Object.entries(value)) {
      asked.add(`${value.__typename}.${field}`);
      if (inner !== null) seen.add(`${value.__typename}.${field}`);
      record(inner);
    }
  };
  const all = fieldsOf(schema);
  return {
    record,
    isSeen: (coordinate) => seen.has(coordinate),
    neverAsked: () => all.filter((coordinate) => !asked.has(coordinate)),
    alwaysNull: () => all.filter((coordinate) => asked.has(coordinate) && !seen.has(coordinate)),
  };
}

const isTyped = (value: unknown): value is Readonly<{ __typename: string }> =>
  typeof value === 'object' && value !== null && '__typename' in value;

const fieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
