import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the graph: a running `npm start`. */
const server = 'http://127.0.0.1:4000';

/** What every page needs first, in files of their own: each runs by itself, and libraries stay the same when the app changes. */
const firstParts = {
  react: /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/,
  styles: /[\\/]node_modules[\\/](?:@emotion|stylis|@mui[\\/](?!material))/,
  widgets: /[\\/]node_modules[\\/]@mui[\\/]material[\\/]/,
  theme: /[\\/]ui[\\/]src[\\/]theme[\\/]/,
  graph: /[\\/]node_modules[\\/](?:@apollo|rxjs|graphql|optimism|@wry)[\\/]/,
  routing: /[\\/]node_modules[\\/](?:@tanstack|zod)[\\/]/,
};

const groups = Object.entries(firstParts).map(([name, test]) => ({ name, test, tags: ['$initial'] }));

const preload = (script) => `<link rel="modulepreload" crossorigin href="${script}">`;

/** Has `begin.js` run these parts, and then the app, in turns. */
const scriptsInTurns = ({ base }) => ({
  name: 'scripts-in-turns',
  apply: 'build',
  async buildStart() {
    const source = await readFile(new URL('begin.js', import.meta.url), 'utf8');
    this.emitFile({ type: 'asset', name: 'begin.js', source });
  },
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, chunk }) {
      const files = Object.values(bundle);
      const named = (name) => files.find((file) => file.name === name || file.names?.includes(name)).fileName;
      const scripts = [...Object.keys(firstParts).map(named), chunk.fileName].map((file) => `${base}${file}`);
      const begin = `<script type="module" crossorigin src="${base}${named('begin.js')}" data-scripts="${scripts.join(' ')}"></script>`;
      const own = `<script type="module" crossorigin src="${scripts.at(-1)}"></script>`;
      return html.replace(own, `${begin}${preload(scripts.at(-1))}`);
    },
  },
});

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
    plugins: [react(), scriptsInTurns({ base })],
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      // The content security policy allows files of this server, and no data: scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        output: { codeSplitting: { groups } },
        // Hints to React servers inside dependencies; there is no server rendering here.
        onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
      },
    },
    server: {
      proxy: Object.fromEntries(['/graphql', '/auth', '/images'].map((path) => [path, { target: server, ws: true }])),
    },
  });
