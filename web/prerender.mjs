import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import config from './vite.config.mjs';

/**
 * Draws the first look of the app's addresses into files, so that a page stands before its scripts have arrived, and names the scripts
 * that it will need. `<folder>/index.html` is the page of that address, `<folder>/shell.html` stands for all addresses below it. Run by
 * `npm run build`, after Vite.
 */
const searches = [
  { kind: 'flights', one: 'flight', address: '/flights?from=a&to=b' },
  { kind: 'stays', one: 'stay', address: '/stays?place=a' },
  { kind: 'cars', one: 'car', address: '/cars?place=a' },
];

const pageOf = (kind, page) => `src/features/${kind}/${page}-page.tsx`;

const stills = [
  { file: 'index.html', address: '/' },
  ...searches.flatMap(({ kind, one, address }) => [
    { file: `${kind}/index.html`, address, module: pageOf(kind, kind) },
    { file: `${kind}/shell.html`, address: `/${kind}/a`, module: pageOf(kind, one) },
  ]),
  { file: 'deals/index.html', address: '/deals', module: pageOf('deals', 'deals') },
  { file: 'shell.html', address: '/trips' },
];

const dist = join(import.meta.dirname, 'dist');
const drawing = join(dist, '.prerender');

/** Builds the app for Node, whole: styles and router have other code there than in a browser. */
async function buildDrawing() {
  const resolve = { conditions: ['source', 'module', 'node', 'production'] };
  const target = { outDir: drawing, ssr: 'src/prerender.tsx', manifest: false, rolldownOptions: {} };
  const ssr = { noExternal: true, resolve };
  await build({ ...config, configFile: false, publicDir: false, resolve, ssr, build: { ...config.build, ...target } });
  return import(join(drawing, 'prerender.js'));
}

/** The files that a module of the app needs before it can run, itself first. */
function filesOf(manifest, module, found = new Set()) {
  const { file, imports = [] } = manifest[module];
  if (found.has(file)) return found;
  found.add(file);
  for (const each of imports) filesOf(manifest, each, found);
  return found;
}

/** What cannot be used yet is not offered: whoever typed into it would lose what they typed. */
const withoutUse = (drawn) => drawn.replace('<main ', '<main inert ');

const styleElement = /<style data-emotion="(\S+) ([^"]*)">(.*?)<\/style>/gs;

/**
 * Takes the styles out of where each was first needed. In the head they hold before anything is painted; the style library finds them
 * there by their names and does not write them again; `data-s` says that they stand where they belong, otherwise it would move them and the
 * browser would style the page twice.
 */
function takeStyles(drawn) {
  const globals = new Map();
  const own = new Map();
  for (const [, kind, names, rules] of drawn.matchAll(styleElement)) (kind === 'css' ? own : globals).set(names, rules);
  const elements = [...globals].map(
    ([name, rules]) => `<style data-emotion="css-global ${name}" data-s>${rules}</style>`,
  );
  elements.push(`<style data-emotion="css ${[...own.keys()].join(' ')}" data-s>${[...own.values()].join('')}</style>`);
  return { styles: elements.join(''), body: drawn.replace(styleElement, '') };
}

/** Puts a text at a place of a page that must be there, once. */
function put(page, place, text) {
  if (page.split(place).length !== 2) throw new Error(`index.html has no place, or several, for: ${place}`);
  return page.replace(place, () => text);
}

const preloadsFor = (files) =>
  files.map((file) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="/${file}">`).join('');

async function drawAll() {
  const template = await readFile(join(dist, 'index.html'), 'utf8');
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
  const { drawStill } = await buildDrawing();
  for (const { file, address, module } of stills) {
    const needed = module === undefined ? [] : [...filesOf(manifest, module)];
    const preloads = preloadsFor(needed.filter((each) => !template.includes(each)));
    const { styles, body } = takeStyles(await drawStill(address));
    const head = put(template, '</head>', `${preloads}${styles}</head>`);
    const page = put(head, '<div id="page"></div>', `<div id="page">${withoutUse(body)}</div>`);
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await writeFile(join(dist, file), page);
  }
}

await drawAll();
await rm(drawing, { recursive: true });
await rm(join(dist, '.vite'), { recursive: true });
