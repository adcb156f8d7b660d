import { buildSchema, type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { scalars } from '@meridian/platform/subgraph/scalars';
import type { AuthorizationMap } from '@meridian/schema/contract/authorization-map';
import { type DocumentNode, type GraphQLSchema, isScalarType, Kind, parse, visit } from 'graphql';
import { refuseUnknownDirectives } from '../authorization/authorization-map.ts';
import { type CostDirectives, costDirectivesOf } from '../cost/cost-directives.ts';
import { type Coordinates, personalFieldsOf } from './personal-fields.ts';

/** What one kind of caller may name: operations are validated, introspected and shaped against it. */
export type View = Readonly<{ name: ViewName; api: Schema; schema: GraphQLSchema }>;

/** `internal` holds what is inaccessible too. Only operations that the server itself is configured with run on it. */
export type ViewName = 'firstParty' | 'public' | 'internal';

/** What the gateway serves: the committed outputs of the schema's build. */
export type SupergraphSource = Readonly<{
  /** `supergraph.execution.graphql`: the composed supergraph without the security directives' links and uses. */
  executionSdl: string;
  /** `public.graphql`: the third parties' contract, as an API schema. */
  publicSdl: string;
  /** What those directives demand, by coordinate. */
  authorization: AuthorizationMap;
}>;

/** A supergraph ready to plan on. Immutable: a reload makes another one, and what runs keeps the one it began with. */
export type LoadedSupergraph = Readonly<{
  planner: QueryPlanner;
  schema: GraphQLSchema;
  authorization: AuthorizationMap;
  /** Fields and types whose value depends on who asks: those that are guarded and those that are private to a caller's cache. */
  personal: Coordinates;
  /** `@cost` and `@listSize`, which no view has any more. */
  cost: CostDirectives;
  views: Readonly<Record<ViewName, View>>;
  subgraphs: readonly Readonly<{ name: string; url: string }>[];
}>;

/**
 * The planner is synchronous. Beside the edge's limits these two bound what it may try: a plan that is found within them is
 * correct, if not always the cheapest. On the schema as it is, everything has one path and one plan (`test/planner`), so they are
 * there for a schema that somebody composes one day: past `pathsLimit` it is refused within 30 ms. ADR 0015 has the figures.
 */
export const plannerBounds = { maxEvaluatedPlans: 500, pathsLimit: 200 } as const;

/**
 * Finding out where the client's own fragments fit into the fetches costs more than half of the planning of nested operations, and
 * what it writes is no shorter than what it was to shorten.
 */
const plannerConfig = { debug: plannerBounds, reuseQueryFragments: false } as const;

const withoutInaccessible = (document: DocumentNode): DocumentNode =>
  visit(document, {
    [Kind.DIRECTIVE]: (node) => (node.name.value === 'inaccessible' ? null : undefined),
  });

/** The house's scalars are checked here already: a wrong date is the client's mistake, not a subgraph's refusal. */
function withStrictScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, { parseValue, parseLiteral }] of scalars) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
  return schema;
}

const viewOf = (name: ViewName, api: Schema): View => ({
  name,
  api,
  schema: withStrictScalars(api.toGraphQLJSSchema()),
});

/**
 * Plans are made on the internal view for everyone: each view is a part of it, and validation has already kept a caller to his
 * own. So one planner serves all, and a contract needs no supergraph of its own.
 * @throws when a directive of the authorisation map has no enforcer
 */
export function loadSupergraph(source: SupergraphSource): LoadedSupergraph {
  refuseUnknownDirectives(source.authorization);
  const document = parse(source.executionSdl, { noLocation: true });
  const internal = Supergraph.build(withoutInaccessible(document));
  return {
    planner: new QueryPlanner(internal, plannerConfig),
    schema: internal.schema.toGraphQLJSSchema(),
    authorization: source.authorization,
    personal: { ...personalFieldsOf(document), ...source.authorization },
    cost: costDirectivesOf(internal.schema),
    views: {
      firstParty: viewOf('firstParty', Supergraph.build(document).apiSchema()),
      public: viewOf('public', buildSchema(source.publicSdl)),
      internal: viewOf('internal', internal.apiSchema()),
    },
    subgraphs: [...internal.subgraphsMetadata()].map(({ name, url }) => ({ name, url })),
  };
}
