import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';
import { run, tool } from './run.mjs';
import { createStamp, filesBelow } from './stamp.mjs';

const subgraphs = () =>
  readdirSync(join(root, 'subgraphs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `subgraphs/${entry.name}`);

/** Runs `schema/src/main.ts`, the tool of the schema's build. */
export const runSchemaTool = (command) =>
  run(process.execPath, ['--conditions=source', '--import', 'tsx', 'schema/src/main.ts', command]);

/** The operations of the apps; the rest of their sources changes nothing that is generated. */
const clientDocuments = () =>
  ['ui', 'web', 'admin']
    .flatMap((app) => filesBelow(join(root, app, 'src')))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => relative(root, file));

function schemaStep() {
  const withSdl = subgraphs().filter((folder) => existsSync(join(root, `schema/${folder.split('/')[1]}.graphql`)));
  const stamp = createStamp('schema', {
    inputs: [
      'schema',
      'platform/src/identity',
      'package-lock.json',
      ...clientDocuments(),
      ...subgraphs().map((folder) => `${folder}/codegen.ts`),
    ],
    outputs: [
      'schema/src/generated/supergraph.ts',
      'ui/src/generated/possible-types.ts',
      ...withSdl.flatMap((folder) => [
        `${folder}/src/generated/type-defs.ts`,
        `${folder}/src/generated/resolvers-types.ts`,
      ]),
    ],
  });
  return { name: 'schema', stamp, work: () => runSchemaTool('modules') };
}

/** `prisma generate` wants to download an engine that the client does not use; `true` stands in for it. */
const noEngine = ['/bin/true', '/usr/bin/true'].find((file) => existsSync(file)) ?? process.execPath;
const prismaEnv = { PRISMA_SCHEMA_ENGINE_BINARY: noEngine, PRISMA_HIDE_UPDATE_MESSAGE: '1' };

function prismaStep(folder) {
  const schema = `${folder}/prisma/sqlite/schema.prisma`;
  if (!existsSync(join(root, schema))) return [];
  const stamp = createStamp(`prisma-${folder.split('/')[1]}`, {
    inputs: [`${folder}/prisma/sqlite`, `${folder}/prisma/models.prisma`, 'node_modules/prisma/package.json'],
    outputs: [`${folder}/src/generated/sqlite/client.ts`],
  });
  // The folder, not the file: the models lie beside the generator.
  const work = () =>
    run(tool('prisma'), ['generate', '--schema', join(root, folder, 'prisma/sqlite')], { env: prismaEnv });
  return [{ name: `database client of ${folder}`, stamp, work }];
}

/**
 * Makes what is derived and not committed, where its inputs have changed: SDL modules, resolver types, database clients.
 *
 * @param {(text: string) => void} say shows progress
 * @returns {Promise<boolean>} whether all went well
 */
export async function generate(say) {
  const steps = [schemaStep(), ...subgraphs().flatMap(prismaStep)].filter((step) => !step.stamp.isFresh);
  const results = await Promise.all(
    steps.map(async (step) => {
      const started = Date.now();
      const { code, output } = await step.work();
      if (code === 0) step.stamp.confirm();
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      say(code === 0 ? `generated ${step.name} (${seconds} s)` : `${step.name} failed:\n${output.trim()}`);
      return code === 0;
    }),
  );
  return results.every(Boolean);
}
