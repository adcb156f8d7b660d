import { once } from 'node:events';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { prepare, stop } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { endRunning } from './lib/run.mjs';

/** `npm start`: installs, generates and builds what is missing, then runs Meridian in this process. */
const usage = `Runs Meridian: the gateway and its five subgraphs in one process, on local files.

Usage: npm start -- [options]

  --port <number>      the port to listen on, on 127.0.0.1 (default: 4000; 0 picks a free one)
  --data <folder>      the folder that keeps everything (default: .meridian)
  --fresh              delete what the folder keeps of Meridian and seed the demo market anew
  --market <size>      the demo market to seed: full, small, none (default: full)
  --transport <kind>   how the gateway reaches subgraphs: in-process, http (default: in-process)
  --help               show this

Exit codes: 0 stopped by Ctrl-C, at any moment of the start, too; 1 could not start or close; 2 wrong options;
130 a second Ctrl-C while it closes.`;

/** The same options as in embedded/src/options.ts; a test holds them equal. Known here so that a slip costs no install. */
const options = {
  port: { type: 'string', default: '4000' },
  data: { type: 'string' },
  fresh: { type: 'boolean' },
  market: { type: 'string' },
  transport: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

function readArguments() {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    return stop(`${error.message.split('. To specify')[0]}\nnpm start -- --help shows the options.`, 2);
  }
}

/** Whether somebody listens on the port. Asked before an install or a build, which would be in vain. */
async function isBusy(port) {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return false;
  } catch (error) {
    return error.code === 'EADDRINUSE';
  } finally {
    server.close();
  }
}

/** Until Meridian itself listens for signals, ends as it would: quietly and with 0. What was installed or built so far is kept. */
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (process.listenerCount(signal) > 1) return;
    endRunning();
    console.log('\nStopped.');
    process.exit(0);
  });
}

const { help, port } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
  stop(`--port takes a number from 0 to 65535, not "${port}".\nnpm start -- --help shows the options.`, 2);
}
if (port !== '0' && (await isBusy(Number(port)))) {
  stop(`Port ${port} is busy. Is Meridian running already? Otherwise: npm start -- --port ${Number(port) + 1}`);
}
await prepare();
await import(pathToFileURL(`${root}/embedded/dist/main.js`).href);
