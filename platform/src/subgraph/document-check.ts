import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';

/** A document that can run on the schema, or why it cannot. */
export type CheckedDocument = Readonly<{ document: DocumentNode } | { errors: readonly GraphQLError[] }>;

const maxDocuments = 2000;
/** A parsed document takes up to 70 times the memory of its text (measured), so this is 70 MB at worst. */
const maxCharacters = 1_000_000;

/** Parses and validates each distinct text once. Refused texts are not kept: they would push good ones out. */
export function createDocumentCheck(schema: GraphQLSchema): (query: string) => CheckedDocument {
  const documents = new LRUCache<string, DocumentNode>({
    max: maxDocuments,
    maxSize: maxCharacters,
    sizeCalculation: (_, query) => query.length,
  });
  return (query) => {
    const known = documents.get(query);
    if (known) return { document: known };
    try {
      const document = parse(query, { noLocation: true });
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      documents.set(query, document);
      return { document };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  };
}
