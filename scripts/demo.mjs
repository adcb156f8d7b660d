/** `npm run demo`: the journey, against a server that runs (`npm start` in another terminal) or the address in `--url`. */
process.argv.splice(2, 0, 'tools/demo');
await import('./run.mjs');
