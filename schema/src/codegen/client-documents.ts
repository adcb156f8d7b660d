import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  NoUnusedFragmentsRule,
  parse,
  printSchema,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import type { Outputs } from '../build/outputs.ts';

/** A `.graphql` file of an app: its path from the repository's root, and its text. */
export type DocumentFile = Readonly<{ path: string; text: string }>;

/** The modules of an app's documents, or why there are none: one sentence per problem, with file and line. */
export type ClientDocuments =
  | Readonly<{ ok: true; outputs: Outputs }>
  | Readonly<{ ok: false; problems: readonly string[] }>;

type ParsedFile = Readonly<{ path: string; definitions: readonly DefinitionNode[] }>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const header = '// Generated from schema/ and the documents beside it by `npm run generate`. Not committed.\n';

/** `web/src/features/stays/stay.graphql` → `web/src/generated/features/stays/stay.ts`. */
const outputOf = (path: string): string => path.replace('/src/', '/src/generated/').replace(/\.graphql$/, '.ts');

const isFragment = (definition: DefinitionNode): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

function spreadsOf(definition: DefinitionNode): string[] {
  const names: string[] = [];
  visit(definition, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

/** A file's own definitions and those fragments of other files that they need, each once. */
function withFragments(own: readonly DefinitionNode[], fragments: Fragments): DefinitionNode[] {
  const all = new Set(own);
  // A set may grow while it is walked through; what is added is walked through as well.
  for (const definition of all) {
    for (const name of spreadsOf(definition)) {
      const fragment = fragments.get(name);
      if (fragment !== undefined) all.add(fragment);
    }
  }
  return [...all];
}

const toDocument = (definitions: readonly DefinitionNode[]): DocumentNode => ({ kind: Kind.DOCUMENT, definitions });

/** A file may hold fragments for others only. */
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

function problemsOf({ path, definitions }: ParsedFile, fragments: Fragments, schema: GraphQLSchema): string[] {
  const errors = validate(schema, toDocument(withFragments(definitions, fragments)), rules);
  return errors.map(({ message, locations }) => `${path}:${locations?.[0]?.line ?? 1}: ${message}`);
}

async function moduleOf(
  { path, definitions }: ParsedFile,
  fragments: Fragments,
  schema: DocumentNode,
): Promise<string> {
  const document = toDocument(withFragments(definitions, fragments));
  const text = await codegen({
    filename: outputOf(path),
    schema,
    documents: [{ location: path, document }],
    // Scalars of ours travel as texts; `JSON` alone may be anything.
    config: {
      useTypeImports: true,
      nonOptionalTypename: true,
      optimizeDocumentNode: true,
      defaultScalarType: 'string',
      scalars: { JSON: 'unknown' },
    },
    plugins: [{ operations: {} }, { typedDocumentNode: {} }],
    pluginMap: { operations, typedDocumentNode },
  });
  return `${header}${text.trim()}\n`;
}

const parseFile = ({ path, text }: DocumentFile): ParsedFile => ({ path, definitions: parse(text).definitions });

const fragmentsIn = (files: readonly ParsedFile[]): Fragments =>
  new Map(
    files.flatMap(({ definitions }) => definitions.filter(isFragment).map((each) => [each.name.value, each] as const)),
  );

/**
 * Types and documents of an app's operations, a module per file. Each is whole by itself, so that a page loads what it asks and
 * no more. Fragments are known by their names throughout the app; those of `shared` files as well.
 */
export async function clientDocuments(
  schema: GraphQLSchema,
  { files, shared }: Readonly<{ files: readonly DocumentFile[]; shared: readonly DocumentFile[] }>,
): Promise<ClientDocuments> {
  const own = files.map(parseFile);
  const fragments = fragmentsIn([...shared.map(parseFile), ...own]);
  const problems = own.flatMap((file) => problemsOf(file, fragments, schema));
  if (problems.length > 0) return { ok: false, problems };
  const printed = parse(printSchema(schema));
  const modules = await Promise.all(
    own.map(async (file) => [outputOf(file.path), await moduleOf(file, fragments, printed)] as const),
  );
  return { ok: true, outputs: new Map(modules) };
}
