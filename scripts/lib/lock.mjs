/** Tokens in a package's name that tell for which machine its binary is. Source: npm's `os`, `cpu` and `libc` fields. */
const systems = {
  android: 'android',
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  sunos: 'sunos',
  aix: 'aix',
  openharmony: 'openharmony',
};
const processors = {
  arm64: 'arm64',
  aarch64: 'arm64',
  x64: 'x64',
  64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
};
const libraries = { gnu: 'glibc', glibc: 'glibc', musl: 'musl' };

const exactVersion = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Where npm would look for a dependency of the package at `path`: beside it, then above it. */
function* placesFor(path, name) {
  for (let folder = path; ; ) {
    yield `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (folder === '') return;
    const end = folder.lastIndexOf('/node_modules/');
    folder = end === -1 ? '' : folder.slice(0, end);
  }
}

function firstOf(tokens, table) {
  const token = tokens.find((each) => Object.hasOwn(table, each));
  return token === undefined ? undefined : table[token];
}

function stubOf(name, version) {
  const tokens = name.split(/[/-]/);
  const [os, cpu, libc] = [systems, processors, libraries].map((table) => firstOf(tokens, table));
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}

/**
 * The exact optional dependencies that a lock file does not list, as `[path, entry]`. A registry that lacks the binaries for other
 * machines makes `npm install` leave them out, and then `npm ci` refuses the file. A stub says that they exist and are not for
 * this machine.
 */
export function missingStubs(lock) {
  const stubs = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isListed = [...placesFor(path, name)].some((place) => Object.hasOwn(lock.packages, place));
      if (isListed || !exactVersion.test(version)) continue;
      stubs.set(`node_modules/${name}`, stubOf(name, version));
    }
  }
  return [...stubs];
}

/** The lock file with the missing entries, in npm's order. */
export function completeLock(lock) {
  const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(missingStubs(lock)) });
  const [self, ...others] = packages;
  others.sort(([left], [right]) => left.localeCompare(right, 'en'));
  return { ...lock, packages: Object.fromEntries([self, ...others]) };
}

/** Entries that name the address they came from. Ours name none, so that any registry can serve them. */
export const addressesIn = (lock) =>
  Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved?.startsWith('http'))
    .map(([path]) => path);
