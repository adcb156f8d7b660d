import { ensureBuilt } from './build.mjs';
import { generate } from './generate.mjs';
import { ensureInstalled, nodeProblem } from './install.mjs';

/** Says it and ends the process with a code. */
export function stop(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

/**
 * Brings a clone to where its code can run: packages, generated code and, unless left out, bundles. Each part is skipped when it is
 * there already. `only` names the one workspace that is to be built. Ends the process with a sentence when a part fails.
 */
export async function prepare({ isBuilt = true, only, say = console.log } = {}) {
  const problem = nodeProblem();
  if (problem !== undefined) stop(problem);
  if (!(await ensureInstalled(say))) stop('The packages could not be installed. Is the npm registry reachable?');
  if (!(await generate(say))) stop('The generated code could not be made; what stands above says why.');
  if (isBuilt && !(await ensureBuilt(say, only))) stop('The build failed; what stands above says why.');
}
