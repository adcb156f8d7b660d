import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isToBeDocumented, undocumentedFunctions } from './lib/documentation-rules.mjs';
import { importProblems, namingProblem, placeOf } from './lib/import-rules.mjs';
import { root } from './lib/root.mjs';
import { namesIn, schemaNames } from './lib/schema-names.mjs';
import { importsOf, lineOf, readSources, wordsOf } from './lib/source-files.mjs';
import { workspaces } from './lib/workspaces.mjs';

/**
 * The house rules that a general linter does not know: who may import whom, how files are named, what the gateway may name, and
 * that whoever exports a function says what it means.
 */
const sources = readSources(workspaces());
const problems = [];

for (const { path, text } of sources) {
  const naming = namingProblem(path);
  if (naming !== undefined) problems.push(naming);
  for (const { specifier, sentence } of importProblems(path, importsOf(text, path.endsWith('x')))) {
    problems.push(`${path}:${lineOf(text, specifier)}: ${sentence}`);
  }
}

for (const { path, text } of [...sources, ...readSources(['scripts'], /\.mjs$/)]) {
  if (!isToBeDocumented(path)) continue;
  for (const name of undocumentedFunctions(text, path.endsWith('x'))) {
    problems.push(
      `${path}:${lineOf(text, name)}: "${name}" is exported without a comment. Say what it means, its units, what it promises, how it fails.`,
    );
  }
}

const supergraph = join(root, 'schema/supergraph.execution.graphql');
if (existsSync(supergraph)) {
  const names = schemaNames(readFileSync(supergraph, 'utf8'));
  for (const { path, text } of sources.filter(
    (source) => source.path.startsWith('gateway/src/') && !placeOf(source.path).isTest,
  )) {
    for (const name of namesIn(wordsOf(text), names)) {
      problems.push(
        `${path}:${lineOf(text, name)}: the gateway names "${name}" of the schema. It knows no domain: configure it from embedded/ or a main.ts.`,
      );
    }
  }
}

for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(`${sources.length} files: imports, names, comments and the gateway's ignorance are in order.`);
process.exitCode = problems.length === 0 ? 0 : 1;
