import { generate, runSchemaTool } from './lib/generate.mjs';

/** `npm run generate`: writes what is derived. `-- --release-contract` makes the present public contract the released one. */
const say = (text) => console.log(text);

if (process.argv.includes('--release-contract')) {
  const { code, output } = await runSchemaTool('release-contract');
  say(output.trim() || 'schema/public.baseline.graphql is the released contract now.');
  process.exitCode = code;
} else {
  process.exitCode = (await generate(say)) ? 0 : 1;
}
