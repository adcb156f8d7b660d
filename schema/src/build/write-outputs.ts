import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Outputs } from './outputs.ts';

async function readIfPresent(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

/** The files whose content is not what a fresh build makes. */
export async function staleOutputs(root: string, outputs: Outputs): Promise<string[]> {
  const present = await Promise.all([...outputs].map(async ([path]) => readIfPresent(join(root, path))));
  return [...outputs].filter(([, content], index) => present[index] !== content).map(([path]) => path);
}

/** Writes the files that differ. Each appears whole: another process may be reading. Returns what was written. */
export async function writeOutputs(root: string, outputs: Outputs): Promise<string[]> {
  const stale = await staleOutputs(root, outputs);
  for (const path of stale) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.tmp`;
    await writeFile(draft, outputs.get(path) ?? '');
    await rename(draft, file);
  }
  return stale;
}
