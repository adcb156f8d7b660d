import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Everything is bundled: the pages load nothing from another host, and the server's content security policy allows nothing else. */
export default defineConfig({
  root: here('.'),
  base: '/playground/',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic' } },
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/playground'),
    emptyOutDir: true,
    // Workers and fonts stay files: the policy allows scripts of this server, and no data: addresses for them.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 20_000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Hints to React servers inside dependencies; there is no server rendering here.
      onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
      input: { index: here('index.html'), playground: here('playground.html') },
    },
  },
});
