import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { Coverage } from './coverage.ts';
import { type Arguments, compositeFields, fieldText, flatSelection } from './selection.ts';

/** Runs an operation and answers its data; errors are thrown. */
export type Run = (document: string) => Promise<unknown>;

/** Where to begin: an operation's opening up to the root field, and the type that the field answers. */
export type Root = Readonly<{ operation: 'query' | 'mutation'; field: string; type: string; run: Run }>;

type Step = Readonly<{ text: string; field: string; on: string }>;
type Place = Readonly<{ path: readonly Step[]; type: GraphQLObjectType }>;

/** An operation may be 12 levels deep; the root and the fields at the end take three. */
const maxPathLength = 8;
/** A field is followed from this many places: one listing has no review, another has. */
const maxVisitsOfField = 3;

/**
 * Asks for every field of every type that can be reached from a root, level by level: each operation stays small, whatever the
 * size of the schema, and needs no alias.
 */
export async function explore(
  root: Root,
  deps: Readonly<{ schema: GraphQLSchema; coverage: Coverage; known: Arguments }>,
): Promise<void> {
  const visits = new Map<string, number>();
  const queue: Place[] = objectTypesOf(deps.schema, root.type).map((type) => ({ path: [], type }));
  for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
    const answer = await root.run(documentFor(root, place, deps.known));
    deps.coverage.record(answer);
    if (place.path.length < maxPathLength && hasObjectAt(answer, place)) {
      queue.push(...nextPlaces(place, visits, deps));
    }
  }
}

/** A single operation that asks for one type at the root and records it: for mutations, which run once. */
export const documentOf = (root: Omit<Root, 'run'>, type: GraphQLObjectType, known: Arguments): string =>
  documentFor(root, { path: [], type }, known);

function documentFor(root: Omit<Root, 'run'>, { path, type }: Place, known: Arguments): string {
  const leaf = `{ __typename ... on ${type.name} ${flatSelection(type, known)} }`;
  const nested = path.reduceRight((inner, step) => `{ __typename ... on ${step.on} { ${step.text} ${inner} } }`, leaf);
  return `${root.operation} { __typename ${root.field} ${nested} }`;
}

function nextPlaces(
  { path, type }: Place,
  visits: Map<string, number>,
  { schema, known }: Readonly<{ schema: GraphQLSchema; known: Arguments }>,
): Place[] {
  return compositeFields(type).flatMap((field) => {
    const text = fieldText(type, field, known);
    const coordinate = `${type.name}.${field.name}`;
    const count = visits.get(coordinate) ?? 0;
    if (text === undefined || count >= maxVisitsOfField) return [];
    visits.set(coordinate, count + 1);
    const step = { text, field: field.name, on: type.name };
    return objectTypesOf(schema, getNamedType(field.type).name).map((next) => ({ path: [...path, step], type: next }));
  });
}

function objectTypesOf(schema: GraphQLSchema, name: string): GraphQLObjectType[] {
  const type = schema.getType(name);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [];
}

/** Whether following this place can lead to anything: some object of its type was there. */
function hasObjectAt(answer: unknown, { type }: Place): boolean {
  if (Array.isArray(answer)) return answer.some((item) => hasObjectAt(item, { path: [], type }));
  if (typeof answer !== 'object' || answer === null) return false;
  if ('__typename' in answer && answer.__typename === type.name) return true;
  return Object.values(answer).some((value) => hasObjectAt(value, { path: [], type }));
}
