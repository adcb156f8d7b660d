import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';

const supergraphFile = resolve(import.meta.dirname, '../../schema/supergraph.graphql');

/** The supergraph as composed, with what is inaccessible to clients. */
export const readSupergraph = async (): Promise<GraphQLSchema> =>
  buildASTSchema(parse(await readFile(supergraphFile, 'utf8')), { assumeValidSDL: true });
