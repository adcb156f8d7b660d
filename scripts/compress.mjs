import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * `node scripts/compress.mjs <folder>`: puts a `.br` and a `.gz` beside each file that is worth it. Done once at build, as thoroughly as
 * there is; a server then sends what lies there.
 */
const folder = process.argv[2];
const worthwhile = /\.(?:js|css|html|svg|json)$/;
const smallest = 1024;

async function compress(file) {
  const content = await readFile(file);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, brotli));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}

for (const entry of await readdir(folder, { recursive: true })) {
  const file = join(folder, entry);
  if (worthwhile.test(file) && (await stat(file)).size >= smallest) await compress(file);
}
