import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the graph: a running `npm start`. */
const server = 'http://127.0.0.1:4000';

/**
 * What every page needs first, in files of their own: each runs by itself, and libraries stay the same when the app changes. The first ones
 * are what asks for a page's content (`opening` takes all that `main.ts` needs of the app), the others draw it.
 */
const firstParts = {
  react: /[\\/]node_modules[\\/](?:react[\\/]|scheduler[\\/]|react-dom[\\/](?:index|cjs[\\/]react-dom\.))/,
  graph: /[\\/]node_modules[\\/](?:@apollo|rxjs|graphql|optimism|@wry)[\\/]/,
  routing: /[\\/]node_modules[\\/](?:@tanstack|zod)[\\/]/,
  opening: /[\\/]src[\\/]main\.ts$/,
  dom: /[\\/]node_modules[\\/]react-dom[\\/]/,
  styles: /[\\/]node_modules[\\/](?:@emotion|stylis|@mui[\\/](?!material))/,
  widgets: /[\\/]node_modules[\\/]@mui[\\/]material[\\/]/,
  theme: /[\\/]ui[\\/]src[\\/]theme[\\/]/,
  features: /[\\/]src[\\/](?:features|generated)[\\/]/,
};

/** What several pages share, with what it needs itself. Choices are a part of their own: lists of results fold them away on a phone. */
const sharedParts = {
  parts:
    /[\\/]ui[\\/]src[\\/](?:formats|feedback|page|graph)[\\/]|[\\/]client[\\/]react[\\/]|[\\/]material[\\/]Card[\\/]|[\\/]listing-link\.tsx$/,
  listings: /[\\/]features[\\/](?:search[\\/](?!price-limit|facet-filter|flag-filter)|listing[\\/]|places[\\/])/,
  choices: /[\\/]features[\\/]search[\\/](?:facet|flag)-filter|[\\/]material[\\/]Radio/,
};

/** Each file is a request. */
const groups = [
  ...Object.entries(firstParts).map(([name, test]) => ({ name, test, tags: ['$initial'] })),
  { name: 'app', test: /[\\/]src[\\/]/, tags: ['$initial'] },
  ...Object.entries(sharedParts).map(([name, test]) => ({ name, test, minShareCount: 2 })),
];

/**
 * The page itself stands first: its scripts are loaded after it. Vite names the first parts one by one, and each runs in a task of its
 * own, so that the browser answers its user in between. As one script they would keep a slow phone for half a second.
 */
const scriptsAfterPage = {
  name: 'scripts-after-page',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"'),
  },
};

/**
 * How both apps are built: everything is bundled and named by its content, nothing is loaded from another host.
 *
 * @param {{ folder: string, base: string, manifest?: boolean }} app its folder, the path at which it is served, and whether a list of its
 *   files is written for who builds on
 */
export const pagesConfig = ({ folder, base, manifest = false }) =>
  defineConfig({
    root: folder,
    base,
    logLevel: 'warn',
    plugins: [react(), scriptsAfterPage],
    resolve: { conditions: ['source', 'es2015', 'module', 'browser', 'development|production'] },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      manifest,
      target: 'es2022',
      // The content security policy allows files of this server, and no data: scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        output: { codeSplitting: { groups }, chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js` },
        // Hints to React servers inside dependencies; there is no server rendering here.
        onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
      },
    },
    server: {
      proxy: Object.fromEntries(['/graphql', '/auth', '/images'].map((path) => [path, { target: server, ws: true }])),
    },
  });
