/** One configuration for every workspace. ES modules run as they are; workspace packages resolve to their source. */
export default {
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '/.turbo/'],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', explicitResourceManagement: true } },
        module: { type: 'es6' },
      },
    ],
  },
  // All cores: by default jest leaves one idle, which is half of a small machine.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  // Node ends only when V8 has compiled in the background what WebAssembly of Prisma's was called often: 0.2 s of work, and a
  // second on a busy machine. jest's own patience of 0.5 s would call that a leak. What a test leaves open lasts longer than this.
  workerGracefulExitTimeout: 10_000,
  testTimeout: 30_000,
};
