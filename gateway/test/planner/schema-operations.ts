import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;
type Composite = Readonly<{ name: string; fields: readonly Field[]; kinds: readonly string[] }>;

/** Draws from a list; fast-check's numbers decide, so that a failure shrinks and can be repeated. */
type Draw = (below: number) => number;

/** A selection set, and the variables that its required arguments ask for. */
type Written = Readonly<{ text: string; variables: readonly string[] }>;

const compositesOf = (schema: GraphQLSchema): ReadonlyMap<string, Composite> =>
  new Map(
    Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) && !isAbstractType(type)) return [];
      const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
      const kinds = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
      return [[type.name, { name: type.name, fields, kinds }]];
    }),
  );

/** Writes operations at random that are valid on a schema: wide or deep, with fragments on the kinds of an interface. */
function createWriter(schema: GraphQLSchema, draw: Draw) {
  const composites = compositesOf(schema);
  let budget = 0;
  let names = 0;

  function argumentsOf(field: Field): Written {
    const required = field.args.filter(isRequiredArgument).map((argument) => ({ argument, name: `v${names++}` }));
    const passed = required.map(({ argument, name }) => `${argument.name}: $${name}`).join(' ');
    return {
      text: passed && `(${passed})`,
      variables: required.map(({ argument, name }) => `$${name}: ${String(argument.type)}`),
    };
  }

  function fieldOf(field: Field, levels: number): Written {
    const type = getNamedType(field.type);
    const passed = argumentsOf(field);
    // Each use has variables of its own, so it needs a name of its own, too.
    const head = passed.text ? `f${names++}: ${field.name}${passed.text}` : field.name;
    if (isLeafType(type)) return { text: head, variables: passed.variables };
    const inner = selectionOf(type.name, levels - 1);
    return { text: `${head} ${inner.text}`, variables: [...passed.variables, ...inner.variables] };
  }

  function drawFields({ fields }: Composite, levels: number): Field[] {
    const possible = fields.filter((field) => levels > 1 || isLeafType(getNamedType(field.type)));
    return possible.length === 0
      ? []
      : Array.from({ length: 1 + draw(3) }, () => possible[draw(possible.length)]).filter(
          (field) => field !== undefined,
        );
  }

  function selectionOf(typeName: string, levels: number): Written {
    const composite = composites.get(typeName);
    const parts: Written[] = [{ text: '__typename', variables: [] }];
    if (composite === undefined || levels < 1 || budget < 1) return { text: '{ __typename }', variables: [] };
    for (const field of drawFields(composite, levels)) {
      if (budget-- > 0) parts.push(fieldOf(field, levels));
    }
    for (const kind of composite.kinds.filter(() => draw(3) > 0)) {
      const inner = selectionOf(kind, levels);
      parts.push({ text: `... on ${kind} ${inner.text}`, variables: inner.variables });
    }
    return {
      text: `{ ${parts.map(({ text }) => text).join(' ')} }`,
      variables: parts.flatMap((part) => part.variables),
    };
  }

  return (root: string, size: number): string => {
    budget = size;
    const { text, variables } = selectionOf(root, 11);
    return `query${variables.length === 0 ? '' : `(${variables.join(' ')})`} ${text}`;
  };
}

/** Valid queries of a schema at random, as text: some small, some at the edge of what the limits allow. */
export const operationsOf = (schema: GraphQLSchema, maxFields: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.infiniteStream(fc.nat({ max: 1_000_000 })), fc.integer({ min: 5, max: maxFields }))
    .map(([stream, size]) => {
      const draw: Draw = (below) => (stream.next().value ?? 0) % below;
      return createWriter(schema, draw)(schema.getQueryType()?.name ?? 'Query', size);
    });
