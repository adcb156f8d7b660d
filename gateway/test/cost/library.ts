import { composeServices } from '@apollo/composition';
import { parse, validate } from 'graphql';
import { createEstimator, type Estimate } from '../../src/cost/operation-costs.ts';
import { loadSupergraph } from '../../src/supergraph/load-supergraph.ts';

/** A library whose fields are the examples of IBM's specification and of Apollo Router's page, and what these leave open. */
const library = `
  type Query {
    book(id: ID): Book
    bestsellers: [Book] @listSize(assumedSize: 5)
    newestAdditions(after: ID, limit: Int!): [Book] @listSize(slicingArguments: ["limit"])
    shelf: [Book]
    shelves: [[Book]]
    recent(first: Int): [Book]
      @listSize(assumedSize: 7, slicingArguments: ["first"], requireOneSlicingArgument: false)
    catalogue(first: Int = 20, last: Int): BookConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    onePage(first: Int, last: Int): BookConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"])
    topProducts(filter: Filter @cost(weight: 15)): [String] @cost(weight: 5) @listSize(assumedSize: 10)
    mostPopular(approximate: Precision @cost(weight: -3), guess: Boolean @cost(weight: -50)): Book @cost(weight: 5)
    sorted(by: Precision = EXACT @cost(weight: 6)): Book
    find(by: [Key!], page: Page): Book
    thing: Thing
    media: [Media] @listSize(assumedSize: 3)
    cover: Blob
    covers: [Blob] @listSize(assumedSize: 4)
  }
  type Mutation { lend(id: ID): Book return(id: ID): Book @cost(weight: 7) }
  type Book { title: String author: Author publisher: Publisher chapters(first: Int = 3): [Chapter]
    @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false) }
  type Chapter { title: String book: Book }
  type Author { name: String }
  type Publisher { name: String address: Address }
  type Address @cost(weight: 5) { zipCode: Int! }
  type BookConnection { total: Int edges: [BookEdge] related: [BookEdge] }
  type BookEdge { node: Book }
  input Filter { precision: Precision @cost(weight: -12) text: String }
  input Key { isbn: String isbns: [String!] @cost(weight: 2) }
  input Page { size: Int = 5 @cost(weight: 4) }
  enum Precision { EXACT ROUGH }
  scalar Blob @cost(weight: 3)
  interface Thing { id: ID preview: Preview parts(first: Int): [Part]
    @listSize(assumedSize: 6, slicingArguments: ["first"], requireOneSlicingArgument: false) }
  type Novel implements Thing { id: ID preview: Preview @cost(weight: 2) parts(first: Int): [Part] twin: Thing }
  type Atlas implements Thing @cost(weight: 4) { id: ID preview: Preview @cost(weight: 20) parts(first: Int): [Part] }
  union Media = Novel | Atlas
  type Preview { url: String }
  type Part { number: Int }
`;

/** Composes SDL of one subgraph, with the cost directives under the names that its import gives them. */
export function loadCosted(sdl: string, imports = '["@cost", "@listSize"]') {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${imports})`;
  const { supergraphSdl, errors } = composeServices([{ name: 'one', url: '', typeDefs: parse(`${link}\n${sdl}`) }]);
  if (!supergraphSdl) throw new Error(errors?.map(({ extensions }) => extensions.code).join());
  return loadSupergraph({ executionSdl: supergraphSdl, publicSdl: 'type Query { a: Int }', authorization: {} });
}

/** Estimates operations on the library, where a list of which nothing is said has ten items. */
export function openLibrary(): (text: string, variables?: Readonly<Record<string, unknown>>) => Estimate {
  const { views, cost } = loadCosted(library);
  const { schema } = views.firstParty;
  const estimate = createEstimator({ schema, directives: cost, assumedListSize: 10 });
  return (text, variables = {}) => {
    const document = parse(text);
    const [error] = validate(schema, document);
    if (error) throw error;
    return estimate({ document, variables });
  };
}
