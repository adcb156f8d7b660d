import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileIn = (folder: string) => join(folder, 'server.pid');

/**
 * Refuses to touch a folder's files while a server runs on them: deleting them under it would cost what it answers meanwhile.
 *
 * @throws Error that names the process
 */
export async function refuseWhileRunning(folder: string): Promise<void> {
  const pid = Number(await readFile(fileIn(folder), 'utf8').catch(() => ''));
  if (pid > 0 && pid !== process.pid && isAlive(pid)) {
    throw new Error(`Meridian is running on ${folder} (process ${pid}). Stop it before you use --fresh.`);
  }
}

/** Leaves this process's number in the folder. Answers how to take it away again. */
export async function markRunning(folder: string): Promise<() => Promise<void>> {
  await writeFile(fileIn(folder), String(process.pid));
  return () => rm(fileIn(folder), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
