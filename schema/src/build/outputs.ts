import { asyncApiDocument } from '../asyncapi.ts';
import type { ResolverTypesOptions } from '../codegen/resolver-types.ts';
import { resolverTypesOf, typeDefsModule } from '../codegen/resolver-types.ts';
import type { Composition } from '../compose.ts';
import type { AssembledSubgraph } from '../sdl/assemble.ts';

/** File path from the repository's root → content. */
export type Outputs = ReadonlyMap<string, string>;

const notice = (comment: string) => `${comment} Generated from schema/ by \`npm run generate\`. Do not edit.\n`;

/** What is committed, so that each change of the graph is a reviewed diff. `npm run check` compares it with a fresh build. */
export const committedOutputs = (composition: Composition): Outputs =>
  new Map([
    ['schema/supergraph.graphql', notice('#') + composition.supergraph],
    ['schema/supergraph.execution.graphql', notice('#') + composition.execution],
    ['schema/public.graphql', notice('#') + composition.publicContract],
    ['schema/public-fields.txt', `${composition.publicFields.join('\n')}\n`],
    ['schema/asyncapi.yaml', notice('#') + asyncApiDocument()],
  ]);

/** The supergraph as a module, in the shape that the gateway loads. Not committed. */
export const supergraphModule = (composition: Composition): Outputs => {
  const constant = (name: string, comment: string, value: unknown) =>
    `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value)};\n`;
  const content = [
    notice('//'),
    constant('executionSdl', '`supergraph.execution.graphql`.', composition.execution),
    constant('publicSdl', '`public.graphql`.', composition.publicContract),
    "import type { AuthorizationMap } from '../contract/authorization-map.ts';\n",
    '/** What the security directives demand, by coordinate. */\n',
    `export const authorization: AuthorizationMap = ${JSON.stringify(composition.authorization, null, 2)};\n`,
  ];
  return new Map([['schema/src/generated/supergraph.ts', content.join('\n')]]);
};

/** A subgraph's SDL and resolver types as modules. Not committed. */
export async function subgraphModules(subgraph: AssembledSubgraph, options?: ResolverTypesOptions): Promise<Outputs> {
  const folder = `subgraphs/${subgraph.name}/src/generated`;
  return new Map([
    [`${folder}/type-defs.ts`, typeDefsModule(subgraph)],
    [`${folder}/resolvers-types.ts`, await resolverTypesOf(subgraph, options)],
  ]);
}
