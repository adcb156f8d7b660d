import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DocumentNode, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';

const root = resolve(import.meta.dirname, '../..');

/** Where operations are written that we send to the gateway ourselves. */
const folders = ['e2e', 'tools/demo/src'];

/** A text in quotes that begins as an operation does. What it is in truth is the parser's and the validation's to say. */
const quoted = /(['`])(\s*(?:query|mutation|subscription|\{)(?:(?!\1)[\s\S])*)\1/g;

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** An operation as it stands in a source file. */
export type WrittenOperation = Readonly<{ file: string; document: DocumentNode }>;

/** The operations in our sources that are valid on a schema: all but those that are put together when they are sent. */
export async function writtenOperations(schema: GraphQLSchema): Promise<readonly WrittenOperation[]> {
  const found = await Promise.all(folders.map((folder) => operationsIn(folder, schema)));
  return found.flat();
}

async function operationsIn(folder: string, schema: GraphQLSchema): Promise<readonly WrittenOperation[]> {
  const files = (await readdir(join(root, folder), { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.includes('node_modules'),
  );
  const found = files.map(async (file) => {
    const source = await readFile(join(root, folder, file), 'utf8');
    const documents = [...source.matchAll(quoted)].flatMap(([, , text = '']) => parsed(text) ?? []);
    const valid = documents.filter((document) => getOperationAST(document) && validate(schema, document).length === 0);
    return valid.map((document) => ({ file: join(folder, file), document }));
  });
  return (await Promise.all(found)).flat();
}
