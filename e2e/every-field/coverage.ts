import { type GraphQLSchema, getNamedType, isObjectType, isUnionType } from 'graphql';

/** Which fields of the schema have been asked for, and which have answered something else than null. */
export interface Coverage {
  /** Walks an answer. Every object in it must carry `__typename`, and no field may have an alias. */
  record(answer: unknown): void;
  /** How many fields have answered something. */
  seenCount(): number;
  /** Fields of the schema that were never asked for, as `Type.field`. */
  neverAsked(): string[];
  /** Fields that were asked for and were null, or an empty list, every time. */
  alwaysNull(): string[];
  /** Members of unions that were never answered, as `Union = Member`. */
  unseenMembers(): string[];
}

/** An empty list says no more than null does: somewhere on the market there must be something in it. */
const answersSomething = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

/** Has seen nothing yet. */
export function createCoverage(schema: GraphQLSchema): Coverage {
  const asked = new Set<string>();
  const seen = new Set<string>();
  const members = new Set<string>();
  const unions = unionsByField(schema);

  const recordField = (coordinate: string, value: unknown): void => {
    asked.add(coordinate);
    if (answersSomething(value)) seen.add(coordinate);
    const union = unions.get(coordinate);
    if (union !== undefined && isTyped(value)) members.add(`${union} = ${value.__typename}`);
  };
  const record = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) record(item);
    if (!isTyped(value)) return;
    for (const [field, inner] of Object.entries(value)) {
      if (field === '__typename') continue;
      recordField(`${value.__typename}.${field}`, inner);
      record(inner);
    }
  };
  const all = fieldsOf(schema);
  return {
    record,
    seenCount: () => seen.size,
    neverAsked: () => all.filter((coordinate) => !asked.has(coordinate)),
    alwaysNull: () => all.filter((coordinate) => asked.has(coordinate) && !seen.has(coordinate)),
    unseenMembers: () => membersOf(schema).filter((member) => !members.has(member)),
  };
}

const isTyped = (value: unknown): value is Readonly<{ __typename: string }> =>
  typeof value === 'object' && value !== null && '__typename' in value;

const objectTypesOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'));

const fieldsOf = (schema: GraphQLSchema): string[] =>
  objectTypesOf(schema).flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

const membersOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isUnionType)
    .flatMap((union) => union.getTypes().map((member) => `${union.name} = ${member.name}`));

const unionsByField = (schema: GraphQLSchema): ReadonlyMap<string, string> =>
  new Map(
    objectTypesOf(schema).flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const named = getNamedType(field.type);
        return isUnionType(named) ? [[`${type.name}.${field.name}`, named.name] as const] : [];
      }),
    ),
  );
