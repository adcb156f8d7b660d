import { generate, runSchemaTool } from './lib/generate.mjs';

/**
 * `npm run generate`: writes what is derived, that which is committed included. (A start or a test makes only what is not
 * committed, so that they never hide an outdated file from `npm run check`.) `-- --release-contract` makes the present public
 * contract the released one.
 */
const say = (text) => console.log(text);

async function runAndTell(command, done) {
  const { code, output } = await runSchemaTool(command);
  say(output.trim() || done);
  return code === 0;
}

const isDone = process.argv.includes('--release-contract')
  ? await runAndTell('release-contract', 'schema/public.baseline.graphql is the released contract now.')
  : (await generate(say)) && (await runAndTell('generate', 'The committed files are up to date.'));
process.exitCode = isDone ? 0 : 1;
