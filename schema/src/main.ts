import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clientOutputs } from './build/client-outputs.ts';
import { committedOutputs, subgraphModules, supergraphModule } from './build/outputs.ts';
import { staleOutputs, writeOutputs } from './build/write-outputs.ts';
import type { ResolverTypesOptions } from './codegen/resolver-types.ts';
import { type Composition, compose } from './compose.ts';
import { checkPublicContract, releasePublicContract } from './contract/baseline.ts';
import { lintSchema } from './lint/lint-schema.ts';
import { assembleSubgraphs } from './sdl/assemble.ts';
import { missingSubgraphs, readSources, type SchemaSources } from './sdl/subgraph-source.ts';

/** The tool behind `npm run generate` and `npm run check`. Exit code 1 when something is wrong. */
const usage = `schema <command>
  modules           write what is derived and not committed: SDL, resolver types, the supergraph and the apps' operations as modules
  generate          write what is derived and committed, too
  compose           compose and lint; write nothing
  documents         check the apps' operations against the composed schema; write nothing
  breaking          compare public.graphql with the released contract
  release-contract  make the present contract the released one
  stale             name the committed files that differ from a fresh build`;

const root = resolve(import.meta.dirname, '../..');
const say = (text: string) => void process.stdout.write(`${text}\n`);

function report(problems: readonly string[]): boolean {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length === 0;
}

function composed(sources: SchemaSources): Composition | undefined {
  const result = compose(sources);
  if (!result.ok) report(result.problems);
  return result.ok ? result.composition : undefined;
}

async function codegenOptions(name: string): Promise<ResolverTypesOptions | undefined> {
  const file = join(root, 'subgraphs', name, 'codegen.ts');
  if (!existsSync(file)) return undefined;
  const module: { codegen?: ResolverTypesOptions } = await import(pathToFileURL(file).href);
  return module.codegen;
}

async function writeModules(sources: SchemaSources): Promise<Composition | undefined> {
  // The subgraphs' first, so that one can be worked on while the others do not compose.
  for (const subgraph of assembleSubgraphs(sources)) {
    await writeOutputs(root, await subgraphModules(subgraph, await codegenOptions(subgraph.name)));
  }
  const composition = composed(sources);
  if (composition === undefined) return undefined;
  await writeOutputs(root, supergraphModule(composition));
  const documents = await clientOutputs(root, composition.execution);
  if (documents.ok) await writeOutputs(root, documents.outputs);
  else report(documents.problems);
  return documents.ok ? composition : undefined;
}

async function checkDocuments(sources: SchemaSources): Promise<boolean> {
  const composition = composed(sources);
  if (composition === undefined) return false;
  const documents = await clientOutputs(root, composition.execution);
  return documents.ok || report(documents.problems);
}

async function generate(sources: SchemaSources): Promise<boolean> {
  const composition = await writeModules(sources);
  if (composition === undefined) return false;
  for (const path of await writeOutputs(root, committedOutputs(composition))) say(`wrote ${path}`);
  return true;
}

async function composeAndLint(sources: SchemaSources): Promise<boolean> {
  const composition = composed(sources);
  const missing = missingSubgraphs(sources).map((name) => `schema/${name}.graphql is missing.`);
  const isClean = report([...missing, ...lintSchema(sources)]);
  for (const hint of composition?.hints ?? []) say(`hint: ${hint}`);
  return composition !== undefined && isClean;
}

async function nameStale(sources: SchemaSources): Promise<boolean> {
  const composition = composed(sources);
  if (composition === undefined) return false;
  const stale = await staleOutputs(root, committedOutputs(composition));
  return report(stale.map((path) => `${path} is not what schema/ makes of it now.`));
}

async function checkBreaking(sources: SchemaSources): Promise<boolean> {
  const composition = composed(sources);
  return composition !== undefined && report(await checkPublicContract(root, composition.publicContract));
}

async function release(sources: SchemaSources): Promise<boolean> {
  const composition = composed(sources);
  return composition !== undefined && report(await releasePublicContract(root, composition.publicContract));
}

const commands: Readonly<Record<string, (sources: SchemaSources) => Promise<boolean>>> = {
  generate,
  modules: async (sources) => (await writeModules(sources)) !== undefined,
  compose: composeAndLint,
  documents: checkDocuments,
  breaking: checkBreaking,
  'release-contract': release,
  stale: nameStale,
};

async function main(name = 'help'): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    say(usage);
    return name === 'help' ? 0 : 2;
  }
  try {
    return (await command(await readSources(join(root, 'schema')))) ? 0 : 1;
  } catch (error) {
    // A syntax error names file and line in `toString`, not in `message`.
    report([error instanceof Error ? error.toString() : String(error)]);
    return 1;
  }
}

process.exitCode = await main(process.argv[2]);
