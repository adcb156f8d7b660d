import { posix } from 'node:path';

/** Where a file belongs: its workspace, and within a subgraph its layer. */
export function placeOf(path) {
  const parts = path.split('/');
  const isGrouped = parts[0] === 'subgraphs' || parts[0] === 'tools';
  const workspace = parts.slice(0, isGrouped ? 2 : 1).join('/');
  const rest = parts.slice(isGrouped ? 2 : 1);
  const isTest =
    /\.(?:test|contract)\.tsx?$/.test(path) ||
    rest[0] === 'test' ||
    rest.includes('testkit') ||
    rest.includes('testing');
  const layer = rest[0] === 'src' && rest.length > 2 ? rest[1] : undefined;
  const isOutsider = workspace === 'tools/demo' || (workspace === 'e2e' && path.includes('journey'));
  return { workspace, layer, isTest, isOutsider, isRoot: rest[0] === 'src' && rest.length === 2, file: parts.at(-1) };
}

const workspaceOfPackage = {
  '@meridian/platform': 'platform',
  '@meridian/schema': 'schema',
  '@meridian/gateway': 'gateway',
  '@meridian/embedded': 'embedded',
  ...Object.fromEntries(
    ['users', 'listings', 'bookings', 'analytics', 'deals'].map((name) => [`@meridian/${name}`, `subgraphs/${name}`]),
  ),
  ...Object.fromEntries(['cli', 'demo', 'importer', 'market'].map((name) => [`@meridian/${name}`, `tools/${name}`])),
};

/** The file or package that an import means: a path from the root, or the specifier of an npm package. */
function targetOf(path, specifier) {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), specifier));
  const name = specifier.split('/').slice(0, 2).join('/');
  const workspace = Object.hasOwn(workspaceOfPackage, name) ? workspaceOfPackage[name] : undefined;
  if (workspace === undefined) return specifier;
  return `${workspace}/src/${specifier.slice(name.length + 1)}`;
}

const isInside = (target, ...folders) => folders.some((folder) => target === folder || target.startsWith(`${folder}/`));
const isOurs = (target) =>
  isInside(target, 'platform', 'schema', 'gateway', 'subgraphs', 'embedded', 'tools', 'e2e', 'bench');
const layersOf = (from, ...layers) => layers.map((layer) => `${from.workspace}/src/${layer}`);

/** Libraries whose functions depend on nothing but their arguments. */
const pureLibraries = ['temporal-polyfill', 'dinero.js'];
/** Of Node's own, a hash is a function of its argument; random bytes are not. */
const isPureFunction = (target, names) => target === 'node:crypto' && names.every((name) => name === 'createHash');

/** `events/published.ts` shapes events from the domain's types: use cases and stores announce with it. */
const isShape = (target) => /\/src\/events\/published(?:\.ts|\/|$)/.test(target);

/** Each rule answers whether an import breaks it. Tests of a layer may import what they test with, workspaces' borders hold for them, too. */
export const importRules = [
  {
    name: 'platform imports no other workspace',
    why: 'platform/ is what every service stands on; it knows none of them. Move the code, or hand it in as an argument.',
    isBroken: (from, target) => from.workspace === 'platform' && isOurs(target) && !isInside(target, 'platform'),
  },
  {
    name: 'schema imports platform only',
    why: 'schema/ is the contract between services; what it imports, all of them would depend on.',
    isBroken: (from, target) =>
      from.workspace === 'schema' && isOurs(target) && !isInside(target, 'schema', 'platform'),
  },
  {
    name: 'gateway imports no subgraph',
    why: 'The gateway knows no domain: a new subgraph joins without a change to it. embedded/ hands the subgraphs in.',
    isBroken: (from, target) => from.workspace === 'gateway' && isInside(target, 'subgraphs', 'embedded', 'tools'),
  },
  {
    name: 'what the edge stands on knows no edge',
    why: 'edge/ speaks HTTP and websockets and stands before everything else; gateway.ts puts both together. Move down what both need.',
    isBroken: (from, target) =>
      from.workspace === 'gateway' &&
      !from.isTest &&
      (from.isRoot ? from.file === 'operations.ts' : from.layer !== 'edge') &&
      isInside(target, ...layersOf(from, 'edge')),
  },
  {
    name: 'a subgraph imports no other one, nor the gateway',
    why: 'Services share events and the contracts in schema/, never code or data. Keep a projection, or take a signed statement.',
    isBroken: (from, target) =>
      from.workspace.startsWith('subgraphs/') &&
      isInside(target, 'subgraphs', 'gateway', 'embedded', 'tools') &&
      !isInside(target, from.workspace),
  },
  {
    name: 'the demo and the journey import nothing of ours',
    why: 'They use public addresses only, as a third party would; otherwise they prove less than they show.',
    isBroken: (from, target) => from.isOutsider && isOurs(target) && !isInside(target, from.workspace),
  },
  {
    name: 'domain is pure',
    why: 'domain/ imports itself, platform/values and pure value libraries. Bring time, ids and data in as arguments.',
    isBroken: (from, target, names) =>
      from.layer === 'domain' &&
      !isPureFunction(target, names) &&
      !from.isTest &&
      !isInside(target, ...layersOf(from, 'domain'), 'platform/src/values', ...pureLibraries),
  },
  {
    name: 'ports import domain only',
    why: "A port is an interface in the domain's words. It knows neither who calls it nor who implements it.",
    isBroken: (from, target) =>
      from.layer === 'ports' &&
      !from.isTest &&
      isInside(target, from.workspace) &&
      !isInside(target, ...layersOf(from, 'ports', 'domain')),
  },
  {
    name: 'application imports domain and ports, never adapters or resolvers',
    why: 'resolvers → application → domain. A use case gets its adapters as `deps`, typed by ports/.',
    isBroken: (from, target) =>
      from.layer === 'application' &&
      !from.isTest &&
      !isShape(target) &&
      isInside(target, from.workspace) &&
      !isInside(target, ...layersOf(from, 'application', 'domain', 'ports')),
  },
  {
    name: 'ports and use cases know no SQL',
    why: "A port speaks the domain's words, so that another store can stand behind it. Name a transaction as ports/booking-store.ts of bookings does, and keep SQL in adapters/.",
    isBroken: (from, target) =>
      from.workspace.startsWith('subgraphs/') &&
      ['ports', 'application'].includes(from.layer) &&
      !from.isTest &&
      isInside(target, 'platform/src/sql'),
  },
  {
    name: 'adapters implement ports and call no use case',
    why: 'adapters → ports. What decides belongs to application/ or domain/.',
    isBroken: (from, target) =>
      from.layer === 'adapters' &&
      !from.isTest &&
      !isShape(target) &&
      isInside(target, ...layersOf(from, 'application', 'resolvers', 'events')),
  },
  {
    name: 'resolvers call use cases, never adapters',
    why: 'resolvers → application → domain. A resolver takes arguments and identity in and gives a result out.',
    isBroken: (from, target) =>
      from.layer === 'resolvers' && !from.isTest && isInside(target, ...layersOf(from, 'adapters', 'events')),
  },
  {
    name: 'events use domain, ports and use cases, never adapters or resolvers',
    why: 'Handlers get what they change as `deps`, so that the same handler runs over every adapter.',
    isBroken: (from, target) =>
      from.layer === 'events' && !from.isTest && isInside(target, ...layersOf(from, 'adapters', 'resolvers')),
  },
  {
    name: 'only the composition root knows adapters',
    why: 'main.ts, compose.ts and what they are split into choose adapters; subgraph.ts and environment.ts take them as `deps`.',
    isBroken: (from, target) =>
      from.workspace.startsWith('subgraphs/') &&
      from.isRoot &&
      ['subgraph.ts', 'environment.ts'].includes(from.file) &&
      isInside(target, ...layersOf(from, 'adapters')),
  },
];

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const stemOf = (file) => file.replace(/(?:\.(?:test|contract|testkit|config|d))*\.[a-z]+$/, '');

/** A sentence when a file is not named as the house does it: kebab-case, and in `resolvers/` exactly as the type or field. */
export function namingProblem(path) {
  const parts = path.split('/');
  const resolvers = parts.indexOf('resolvers');
  const own = resolvers === -1 ? parts : [...parts.slice(0, resolvers), ...parts.slice(resolvers + 3)];
  const wrong = own
    .map((part, index) => (index === own.length - 1 ? stemOf(part) : part))
    .find((part) => !kebabCase.test(part));
  const isResolver = resolvers !== -1 && parts.length > resolvers + 1;
  if (wrong === undefined || isResolver) return undefined;
  return `${path}: "${wrong}" is not kebab-case.`;
}

/** The import rules that a file breaks, as sentences. */
export function importProblems(path, imports) {
  const from = placeOf(path);
  return imports.flatMap(({ specifier, names }) =>
    importRules
      .filter((rule) => rule.isBroken(from, targetOf(path, specifier), names))
      .map((rule) => ({ specifier, sentence: `imports "${specifier}", but ${rule.name}. ${rule.why}` })),
  );
}
