import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runBounded } from '../src/bounded-process.ts';
import { openBench } from './import.testkit.ts';

const endOf = async (script: string): Promise<Readonly<{ code: number; said: readonly string[] }>> => {
  await using bench = await openBench();
  await bench.file('script.mjs', script);
  const said: string[] = [];
  return { code: await runBounded(join(bench.folder, 'script.mjs'), [], (line) => said.push(line)), said };
};

test('an import that was killed is said to be, and how it is finished', async () => {
  expect(await endOf("process.kill(process.pid, 'SIGKILL');")).toEqual({
    code: 1,
    said: ['import: ended by the signal SIGKILL; run the same command again to finish'],
  });
});

test('one that ended by itself has said what there is to say', async () => {
  expect(await endOf('process.exit(2);')).toEqual({ code: 2, said: [] });
});
