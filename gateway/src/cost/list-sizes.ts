import { type GraphQLOutputType, getNullableType, isListType } from 'graphql';
import {
  argumentValue,
  type Compilation,
  coordinateOf,
  remembered,
  type ScopedField,
  type SizedLists,
  type Slicing,
} from './compilation.ts';
import type { ListSize } from './cost-directives.ts';
import type { Term, Variables } from './formula.ts';
import { givenValueOf, valueIn } from './given-values.ts';

/** A page of −1 is the subgraph's to refuse. Here it must not make anything cheaper. */
const sizeIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.ceil(value)) : undefined;

const largestIn = (values: readonly unknown[]): number | undefined => {
  const sizes = values.map(sizeIn).filter((size) => size !== undefined);
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
};

/**
 * The largest slicing argument that has a value, else the assumed size, else what is assumed of every list. A null is no value; a
 * subgraph takes its default for it, if there is one.
 */
function sizeTerm({ formula, assumedListSize }: Compilation, { directive, given }: Slicing, defaults: unknown[]): Term {
  const otherwise = largestIn(defaults) ?? directive.assumedSize ?? assumedListSize;
  const sizeWith = (variables: Variables): number =>
    largestIn(given.map((value) => valueIn(value, variables))) ?? otherwise;
  return given.some((value) => 'read' in value) ? formula.given(sizeWith) : sizeWith({});
}

/** What a field says of its list; else what an interface says, through which it may have been selected. */
function directiveOf({ directives }: Compilation, { type, field }: ScopedField): ListSize | undefined {
  const carriers = [type, ...type.getInterfaces()];
  return carriers.map(({ name }) => directives.listSizes.get(`${name}.${field.name}`)).find((found) => found);
}

function ownSize(compilation: Compilation, scoped: ScopedField, directive: ListSize): Term {
  const { node, field } = scoped;
  const coordinate = coordinateOf(scoped);
  return remembered(compilation.sizes, { node, key: coordinate }, () => {
    const slicingArguments = field.args.filter(({ name }) => directive.slicingArguments.includes(name));
    const given = slicingArguments.map((argument) => givenValueOf(argumentValue(node, argument.name), argument));
    if (directive.requireOneSlicingArgument && given.length > 0)
      compilation.slicingRules.push({ directive, given, coordinate });
    const defaults = slicingArguments.map(({ defaultValue }) => defaultValue);
    return sizeTerm(compilation, { directive, given }, defaults);
  });
}

const listDepth = (type: GraphQLOutputType): number => {
  const inner = getNullableType(type);
  return isListType(inner) ? 1 + listDepth(inner.ofType) : 0;
};

/**
 * How many items a field answers, and which lists within them have their size from here. A size from the level above goes before
 * the field's own; where a field names sized fields, its own list, if it is one, is not meant.
 *
 * Source: https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive
 */
export function listSizes(
  compilation: Compilation,
  scoped: ScopedField,
): Readonly<{ count: Term; sized: SizedLists | undefined }> {
  const { formula, assumedListSize } = compilation;
  const { field, sized: above } = scoped;
  const directive = directiveOf(compilation, scoped);
  const own = directive && { names: directive.sizedFields, size: ownSize(compilation, scoped, directive) };
  const sized = own && own.names.length > 0 ? own : undefined;
  const outer = above?.names.includes(field.name) ? above : sized ? undefined : own;
  const depth = listDepth(field.type);
  const count = depth === 0 ? 1 : formula.product(outer?.size ?? assumedListSize, assumedListSize ** (depth - 1));
  return { count, sized };
}
