/**
 * Compares the peak memory of an import of 20,000 rows with that of 2,000,000, each into a data folder of its own.
 *
 *   node e2e/import-memory.mjs [format] [small] [large]
 *
 * Formats: airbnb-calendar (the default; its listings are imported first), easemytrip, hotel-demand, cornell-cars.
 * Exits with 1 when the large import needs more than 20 % more memory, or 600 MB.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [format = 'airbnb-calendar', small = '20000', large = '2000000'] = process.argv.slice(2);
const nightsPerListing = 365;

/** Makes a file of the format with so many rows. */
const generate = (kind, rows, file) =>
  execFileSync('python3', [join(root, 'e2e/generate-rows.py'), kind, String(rows), file], { stdio: 'inherit' });

/** Runs the public command, and answers with its line of JSON. */
const runImport = (kind, file, data) => {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['run', '--silent', 'import', '--', kind, file, '--data', data, '--json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`the import of ${file} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
};

const measure = (rows) => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-memory-'));
  try {
    const data = join(folder, 'data');
    if (format === 'airbnb-calendar') {
      generate('airbnb-listings', Math.ceil(Number(rows) / nightsPerListing), join(folder, 'listings.csv'));
      runImport('airbnb-listings', join(folder, 'listings.csv'), data);
    }
    if (format === 'easemytrip') runImport('ourairports', join(root, '../shared/data/airports_ourairports.csv'), data);
    generate(format, rows, join(folder, 'rows.csv'));
    const result = runImport(format, join(folder, 'rows.csv'), data);
    console.log(
      `${format}, ${Number(rows).toLocaleString('en')} rows: ${JSON.stringify(result)}, ${Math.round(result.read / result.seconds).toLocaleString('en')} rows/s`,
    );
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const [few, many] = [measure(small), measure(large)];
const growth = many.peakRssMb / few.peakRssMb - 1;
const isFlat = growth <= 0.2 && many.peakRssMb < 600;
console.log(
  `peak memory ${few.peakRssMb} MB and ${many.peakRssMb} MB: ${(growth * 100).toFixed(1)} % more; ${isFlat ? 'flat' : 'NOT flat'}`,
);
process.exitCode = isFlat ? 0 : 1;
