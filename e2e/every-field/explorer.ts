import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { type Api, faultsOf } from '../support/api.ts';
import type { Coverage } from './coverage.ts';
import { type Arguments, compositeFields, fieldText, selectionOf } from './selection.ts';

/** Where to begin: a root field with its arguments, and who asks. */
export type Root = Readonly<{ field: string; arguments?: string; api: Api }>;

type Step = Readonly<{ text: string; on: string; coordinate: string }>;
type Place = Readonly<{ path: readonly Step[]; type: GraphQLObjectType }>;

/** An operation may be 12 levels deep; the root and the fields at the end take three. */
const maxPathLength = 8;
/** A field is followed until it has so often taught nothing new: one listing has no review, another has. */
const patience = 3;

type Dependencies = Readonly<{ schema: GraphQLSchema; coverage: Coverage; known: Arguments }>;

/**
 * Asks for every field of every type that can be reached from the roots that it is given, level by level: each operation stays
 * small, whatever the size of the schema, and needs no alias. Fields that go on teaching nothing are not followed any further,
 * whichever root they are reached from.
 */
export function createExplorer(deps: Dependencies) {
  const fruitless = new Map<string, number>();
  const isExhausted = ({ path }: Place) =>
    path.some((_, index) => (fruitless.get(wayTo(path, index)) ?? 0) >= patience);
  const note = ({ path }: Place, taught: boolean) => {
    const way = wayTo(path, path.length - 1);
    fruitless.set(way, taught ? 0 : (fruitless.get(way) ?? 0) + 1);
  };
  const faults: string[] = [];
  let operations = 0;

  const ask = async ({ api }: Root, document: string): Promise<unknown> => {
    operations += 1;
    const answer = await api.ask(document);
    faults.push(...faultsOf(answer).map((fault) => `${JSON.stringify(fault)} in ${document}`));
    deps.coverage.record(answer.data);
    return answer.data;
  };
  const visit = async (root: Root, place: Place): Promise<boolean> => {
    const before = deps.coverage.seenCount();
    const data = await ask(root, documentFor(root, place, deps.known));
    note(place, deps.coverage.seenCount() > before);
    return hasObjectOf(data, place.type);
  };

  return {
    operations: () => operations,
    /** Errors that should not have come, each with the operation that met it. */
    faults: (): readonly string[] => faults,
    async explore(root: Root): Promise<void> {
      const answered = deps.schema.getQueryType()?.getFields()[root.field];
      if (!answered) throw new Error(`There is no query "${root.field}".`);
      const types = objectTypesOf(deps.schema, getNamedType(answered.type).name);
      // A scalar leads nowhere.
      if (types.length === 0) await ask(root, `query { __typename ${root.field}${root.arguments ?? ''} }`);
      const queue: Place[] = types.map((type) => ({ path: [], type }));
      for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
        if (isExhausted(place)) continue;
        const found = await visit(root, place);
        if (found && place.path.length < maxPathLength) queue.push(...nextPlaces(place, deps));
      }
    },
  };
}

/** A step with the one before it: an empty list of a flight's reviews says nothing of what a stay's reviews hold. */
const wayTo = (path: readonly Step[], index: number): string =>
  `${path[index - 1]?.coordinate ?? ''} ${path[index]?.coordinate ?? ''}`;

function documentFor(root: Root, { path, type }: Place, known: Arguments): string {
  const leaf = `{ __typename ... on ${type.name} ${selectionOf(type, known, 1)} }`;
  const nested = path.reduceRight((inner, step) => `{ __typename ... on ${step.on} { ${step.text} ${inner} } }`, leaf);
  return `query { __typename ${root.field}${root.arguments ?? ''} ${nested} }`;
}

function nextPlaces({ path, type }: Place, { schema, known }: Dependencies): Place[] {
  return compositeFields(type).flatMap((field) => {
    const text = fieldText(type, field, known);
    if (text === undefined) return [];
    const step = { text, on: type.name, coordinate: `${type.name}.${field.name}` };
    const named = getNamedType(field.type);
    // What the place itself has asked for need not be asked for again.
    const types = objectTypesOf(schema, named.name).filter(
      (next) => isAbstractType(named) || compositeFields(next).length > 0,
    );
    return types.map((next) => ({ path: [...path, step], type: next }));
  });
}

function objectTypesOf(schema: GraphQLSchema, name: string): GraphQLObjectType[] {
  const type = schema.getType(name);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [];
}

/** Whether following a place can lead to anything: some object of its type was there. */
function hasObjectOf(answer: unknown, type: GraphQLObjectType): boolean {
  if (Array.isArray(answer)) return answer.some((item) => hasObjectOf(item, type));
  if (typeof answer !== 'object' || answer === null) return false;
  if ('__typename' in answer && answer.__typename === type.name) return true;
  return Object.values(answer).some((value) => hasObjectOf(value, type));
}
