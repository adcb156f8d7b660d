import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { type AssembledSubgraph, printSubgraph } from '../sdl/assemble.ts';

/**
 * What a subgraph may say about its resolver types, in `subgraphs/<name>/codegen.ts` as `export const codegen`. Paths are
 * relative to `src/generated/`.
 */
export type ResolverTypesOptions = Readonly<{
  /** The context's type: `../subgraph.ts#UsersContext`. */
  contextType?: string;
  /** What resolvers of a type get as parent, where it is not the type's own shape: `{ User: '../domain/account.ts#Account' }`. */
  mappers?: Readonly<Record<string, string>>;
}>;

const defaultContext = '@meridian/platform/subgraph/subgraph-context#SubgraphContext';

/** All scalars of ours are texts; `platform/subgraph/scalars.ts` checks them, and writes an instant from these three. */
const textScalars =
  'Decimal CurrencyCode CountryCode AirportCode LocalDate LocalDateTime Duration TimeZone Cursor'.split(' ');
const scalars = {
  ...Object.fromEntries(textScalars.map((name) => [name, 'string'])),
  DateTime: { input: 'string', output: 'string | number | Date' },
};

/** A model is often called as its type is; without another name the generated module would declare the name twice. */
const withAliases = (mappers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mappers).map(([type, mapper]) => [
      type,
      mapper.includes(' as ') ? mapper : mapper.replace(/#(\w+)$/, '#$1 as $1Model'),
    ]),
  );

const header = '// Generated from schema/ by `npm run generate`. Not committed.\n';

/** The types of a subgraph's resolvers as TypeScript. Members of unions carry `__typename`, as no `__resolveType` guesses it. */
export async function resolverTypesOf(
  subgraph: AssembledSubgraph,
  options: ResolverTypesOptions = {},
): Promise<string> {
  const text = await codegen({
    filename: 'resolvers-types.ts',
    documents: [],
    schema: parse(printSubgraph(subgraph)),
    config: {
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      contextType: options.contextType ?? defaultContext,
      mappers: withAliases(options.mappers ?? {}),
      scalars,
      defaultScalarType: 'unknown',
      // What has a default in the SDL is there: GraphQL fills it in before a resolver sees the input.
      avoidOptionals: { defaultValue: true },
      // Our records are read-only; a resolver may hand them on as they are.
      immutableTypes: true,
      resolversNonOptionalTypename: { unionMember: true },
    },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers: typescriptResolvers },
  });
  return `${header}${text.trim()}\n`;
}

/** The SDL that a subgraph executes, as a module: bundles and tests need no file beside them. */
export const typeDefsModule = (subgraph: AssembledSubgraph): string =>
  `${header}/** The subgraph's SDL: its own types, the repetition and the shared types. */\nexport const typeDefs = ${JSON.stringify(printSubgraph(subgraph))};\n`;
