import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the graph: a running `npm start`. */
const server = 'http://127.0.0.1:4000';

/**
 * How both apps are built: everything is bundled and named by its content, nothing is loaded from another host.
 *
 * @param {{ folder: string, base: string }} app its folder, and the path at which it is served
 */
export const pagesConfig = ({ folder, base }) =>
  defineConfig({
    root: folder,
    base,
    logLevel: 'warn',
    plugins: [react()],
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      // The content security policy allows files of this server, and no data: scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        // Hints to React servers inside dependencies; there is no server rendering here.
        onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
      },
    },
    server: {
      proxy: Object.fromEntries(['/graphql', '/auth', '/images'].map((path) => [path, { target: server, ws: true }])),
    },
  });
