import { COST_VERSIONS, type DirectiveDefinition, type Schema } from '@apollo/federation-internals';

/** `@listSize` on one field: how long a list becomes that it answers, or that stands in what it answers. */
export type ListSize = Readonly<{
  assumedSize?: number | undefined;
  /** Arguments whose value bounds the list. The largest counts. */
  slicingArguments: readonly string[];
  /** Lists within the answered object that are meant, `edges` of a connection. None where the field itself is the list. */
  sizedFields: readonly string[];
  requireOneSlicingArgument: boolean;
}>;

/** What a supergraph says of cost, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
export type CostDirectives = Readonly<{
  weights: ReadonlyMap<string, number>;
  listSizes: ReadonlyMap<string, ListSize>;
}>;

const usesOf = (definition: DirectiveDefinition | undefined) =>
  [...(definition?.applications() ?? [])].map((use) => ({
    coordinate: (use.parent as unknown as Readonly<{ coordinate: string }>).coordinate,
    values: use.arguments(true) as Readonly<Record<string, unknown>>,
  }));

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function listSizeOf(values: Readonly<Record<string, unknown>>): ListSize {
  const { assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument } = values;
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: texts(slicingArguments),
    sizedFields: texts(sizedFields),
    requireOneSlicingArgument: requireOneSlicingArgument !== false,
  };
}

/**
 * Reads `@cost` and `@listSize` from a composed supergraph, under whatever names it imports them. Composition has checked them:
 * slicing arguments are integers of the field, sized fields are lists, and no weight stands on an interface's field.
 *
 * Source: https://specs.apollo.dev/cost/v0.1
 */
export function costDirectivesOf(supergraph: Schema): CostDirectives {
  const specification = COST_VERSIONS.latest();
  const weights = usesOf(specification.costDirective(supergraph));
  const listSizes = usesOf(specification.listSizeDirective(supergraph));
  return {
    weights: new Map(weights.map(({ coordinate, values }) => [coordinate, Number(values.weight)])),
    listSizes: new Map(listSizes.map(({ coordinate, values }) => [coordinate, listSizeOf(values)])),
  };
}
