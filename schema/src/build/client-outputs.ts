import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { type ClientDocuments, clientDocuments, type DocumentFile } from '../codegen/client-documents.ts';
import { possibleTypesOf } from '../codegen/possible-types.ts';

/** The workspaces that hold operations of the first party. */
const apps = ['ui', 'web', 'admin'];
/** The one of them whose fragments the others use as well. */
const sharedApp = 'ui';

/** The schema as the first party's door serves it. */
const apiSchemaOf = (executionSdl: string): GraphQLSchema =>
  Supergraph.build(executionSdl).apiSchema().toGraphQLJSSchema();

async function documentFiles(root: string, app: string): Promise<DocumentFile[]> {
  const entries = await readdir(join(root, app, 'src'), { recursive: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.endsWith('.graphql')).map((entry) => `${app}/src/${entry}`);
  return Promise.all(paths.sort().map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

/** The apps' documents as modules, checked against the composed schema. Not committed. */
export async function clientOutputs(root: string, executionSdl: string): Promise<ClientDocuments> {
  const schema = apiSchemaOf(executionSdl);
  const shared = await documentFiles(root, sharedApp);
  const results = await Promise.all(
    apps.map(async (app) => clientDocuments(schema, { files: await documentFiles(root, app), shared })),
  );
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems };
  const possibleTypes = `/** Abstract types and their members. */\nexport const possibleTypes = ${JSON.stringify(possibleTypesOf(schema), null, 2)};\n`;
  const outputs = results.flatMap((result) => (result.ok ? [...result.outputs] : []));
  return { ok: true, outputs: new Map([...outputs, ['ui/src/generated/possible-types.ts', possibleTypes]]) };
}
