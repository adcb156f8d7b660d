import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

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

/**
 * All fields of a type: scalars as they are, objects by their own fields so many levels down, interfaces and unions by
 * `__typename`.
 */
export function selectionOf(type: GraphQLNamedType, known: Arguments, levels: number): string {
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const text = fieldText(type, field, known);
    if (text === undefined) return [];
    if (!isComposite(field)) return [text];
    return levels === 0 ? [] : [`${text} ${selectionOf(getNamedType(field.type), known, levels - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** The fields through which more types can be reached. */
export const compositeFields = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter(isComposite);
