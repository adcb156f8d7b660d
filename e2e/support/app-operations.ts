import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DefinitionNode, type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';

const root = resolve(import.meta.dirname, '../..');

async function definitionsIn(app: string): Promise<readonly DefinitionNode[]> {
  const files = (await readdir(join(root, app, 'src'), { recursive: true })).filter((file) =>
    file.endsWith('.graphql'),
  );
  const texts = await Promise.all(files.map((file) => readFile(join(root, app, 'src', file), 'utf8')));
  return texts.flatMap((text) => parse(text).definitions);
}

const isOperation = (node: DefinitionNode): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION;

/** What a page of an app asks for, with the fragments that it may use. */
export type AppOperation = Readonly<{ name: string; document: DocumentNode }>;

/** The operations of the two apps and of what they share. */
export async function appOperations(): Promise<readonly AppOperation[]> {
  const shared = await definitionsIn('ui');
  const apps = await Promise.all(['ui', 'web', 'admin'].map(async (app) => ({ app, own: await definitionsIn(app) })));
  return apps.flatMap(({ app, own }) => {
    const fragments = [...shared, ...(app === 'ui' ? [] : own)].filter((node) => !isOperation(node));
    return own.filter(isOperation).map((operation) => ({
      name: `${app}: ${operation.name?.value}`,
      document: { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const,
    }));
  });
}
