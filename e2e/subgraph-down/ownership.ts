import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type DirectiveNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';

const supergraphFile = resolve(import.meta.dirname, '../../schema/supergraph.graphql');

/** By `Type.field`: the subgraphs that answer it. A field with one of them is lost with it. */
export type Ownership = ReadonlyMap<string, ReadonlySet<string>>;

const argumentOf = (directive: DirectiveNode, name: string): string | undefined => {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.ENUM ? value.value.toLowerCase() : value?.kind;
};

const graphsOf = (directives: readonly DirectiveNode[] | undefined, name: string): string[] =>
  (directives ?? [])
    .filter((directive) => directive.name.value === name && argumentOf(directive, 'external') === undefined)
    .flatMap((directive) => argumentOf(directive, 'graph') ?? []);

/** Reads from the composed supergraph who answers what: the field's own graphs, or else those of its type. */
export async function readOwnership(): Promise<Ownership> {
  const { definitions } = parse(await readFile(supergraphFile, 'utf8'), { noLocation: true });
  const types = definitions.filter(
    (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  return new Map(
    types.flatMap(({ name, directives, fields }) =>
      (fields ?? []).map((field) => {
        const own = graphsOf(field.directives, 'join__field');
        const graphs = new Set(own.length > 0 ? own : graphsOf(directives, 'join__type'));
        return [`${name.value}.${field.name.value}`, graphs] as const;
      }),
    ),
  );
}
