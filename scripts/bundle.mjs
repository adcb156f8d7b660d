import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './lib/root.mjs';

/**
 * `node scripts/bundle.mjs <workspace>`: bundles `src/main.ts` and all workspace code that it needs into `dist/main.js`. npm packages
 * stay outside: they are loaded from `node_modules` as they are.
 */
const workspace = process.argv[2];
const folder = join(root, workspace ?? '');
const entry = join(folder, 'src/main.ts');
const outputFolder = join(folder, 'dist');

/** The folder of the package `name` that Node would load for a file in `from`. */
function packageFolder(name, from) {
  for (let parent = from; ; parent = dirname(parent)) {
    const candidate = join(parent, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    if (parent === dirname(parent)) return undefined;
  }
}

const nameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Leaves npm packages outside, unless the bundle would load another copy than the source does: a workspace may hold a version of
 * its own below itself, which `dist/` of another workspace does not see. Such a package is bundled.
 */
const externalPackages = {
  name: 'external-packages',
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, resolveDir }) => {
      if (path.startsWith('@meridian/')) return undefined;
      if (path.startsWith('node:')) return { path, external: true };
      const name = nameOf(path);
      return packageFolder(name, resolveDir) === packageFolder(name, outputFolder)
        ? { path, external: true }
        : undefined;
    });
  },
};

/** `import.meta.url` keeps meaning the source file, so that what lies beside it (migrations, pictures) is found from a bundle. */
const sourceAddresses = {
  name: 'source-addresses',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (path.includes('/node_modules/') || !text.includes('import.meta.url')) return undefined;
      const fromBundle = relative(outputFolder, path).split('\\').join('/');
      const address = `new URL(${JSON.stringify(fromBundle)}, import.meta.url).href`;
      return { contents: text.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

if (workspace === undefined || !existsSync(entry)) {
  console.error(`${pathToFileURL(entry).pathname} does not exist: there is nothing to bundle.`);
  process.exit(1);
}
/** esbuild says itself what is wrong, with file and line; a stack of its own would bury that. */
const bundled = await build({
  entryPoints: [entry],
  outfile: join(outputFolder, 'main.js'),
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  conditions: ['source'],
  sourcemap: true,
  // Some bundled CommonJS asks for `require`; an ES module has none of its own.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [externalPackages, sourceAddresses],
  logLevel: 'warning',
}).catch(() => process.exit(1));
await mkdir(outputFolder, { recursive: true });
// Each file in one step: a build beside a running server never leaves it without the file that it starts next.
for (const { path, contents } of bundled.outputFiles) {
  await writeFile(`${path}.new`, contents);
  await rename(`${path}.new`, path);
}
