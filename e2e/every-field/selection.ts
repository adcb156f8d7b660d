import { type GraphQLField, type GraphQLObjectType, getNamedType, isCompositeType, isRequiredArgument } from 'graphql';

/** The arguments to use for a field, as GraphQL text in parentheses, by `Type.field`. */
export type Arguments = ReadonlyMap<string, string>;

type Field = GraphQLField<unknown, unknown>;

const isComposite = (field: Field) => isCompositeType(getNamedType(field.type));

/** A field with its arguments; undefined when it needs some and none are known. */
export function fieldText(type: GraphQLObjectType, field: Field, known: Arguments): string | undefined {
  const text = known.get(`${type.name}.${field.name}`);
  if (text === undefined && field.args.some(isRequiredArgument)) return undefined;
  return `${field.name}${text ?? ''}`;
}

/** All fields of a type one level deep: scalars as they are, everything else by its `__typename`. */
export function flatSelection(type: GraphQLObjectType, known: Arguments): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const text = fieldText(type, field, known);
    if (text === undefined) return [];
    return [isComposite(field) ? `${text} { __typename }` : text];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** The fields through which more types can be reached. */
export const compositeFields = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter(isComposite);
