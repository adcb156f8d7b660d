import { execFile } from 'node:child_process';
import { KeyObject, sign, verify } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { dataFolderAt, openDataFolder } from './data-folder.ts';
import { createSecrets, onlySecrets, openSecrets, type SecretName } from './secrets.ts';

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'meridian-config-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

const run = promisify(execFile);
/** A process of its own that opens the secrets and prints what identifies them. */
const openInOtherProcess = async (file: string): Promise<string> => {
  const program = `
    import { openSecrets } from ${JSON.stringify(new URL('./secrets.ts', import.meta.url).href)};
    const secrets = await openSecrets(${JSON.stringify(file)}, ['accessKeys', 'internalKey']);
    process.stdout.write(secrets.accessKeys[0].kid + Buffer.from(secrets.internalKey).toString('hex'));`;
  const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  return stdout;
};

const all: readonly SecretName[] = [
  'accessKeys',
  'accessPublicKeys',
  'offerKeys',
  'offerPublicKeys',
  'internalKey',
  'cursorKey',
  'encryptionKeys',
];

/** Every asymmetric key anywhere in a value. */
function keysIn(value: unknown): KeyObject[] {
  if (value instanceof KeyObject) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysIn) : [];
}

describe('secrets', () => {
  test('are made once, with mode 0600, and are the same at the next start', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'nested', 'secrets.json');
    const first = await openSecrets(file, all);
    const second = await openSecrets(file, all);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(second.accessKeys[0].kid).toBe(first.accessKeys[0].kid);
    expect(second.internalKey).toEqual(first.internalKey);
    expect([second.internalKey.length, second.cursorKey.length, second.encryptionKeys[0].key.length]).toEqual([
      32, 32, 32,
    ]);
    expect(await readdir(join(folder.path, 'nested'))).toEqual(['secrets.json']);
  });

  test('20 that open at once in one process agree', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'secrets.json');
    const opened = await Promise.all(Array.from({ length: 20 }, () => openSecrets(file, ['offerKeys'])));
    expect(new Set(opened.map((secrets) => secrets.offerKeys[0].kid)).size).toBe(1);
    expect(await readdir(folder.path)).toEqual(['secrets.json']);
  });

  test('four processes that start at once agree', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'secrets.json');
    const opened = await Promise.all(Array.from({ length: 4 }, () => openInOtherProcess(file)));
    expect(opened[0]).toMatch(/^.{43}[0-9a-f]{64}$/);
    expect(new Set(opened).size).toBe(1);
  });

  test('a process holds the keys that it names and no others; public ones without their private halves', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'secrets.json');
    const { offerKeys } = await openSecrets(file, ['offerKeys']);
    const opened = await openSecrets(file, ['offerPublicKeys', 'cursorKey']);
    expect(Object.keys(opened).sort()).toEqual(['cursorKey', 'offerPublicKeys']);
    expect(keysIn(opened).map(({ type }) => type)).toEqual(['public']);
    const [{ kid, publicKey }] = opened.offerPublicKeys;
    const message = Buffer.from('meridian');
    expect(kid).toBe(offerKeys[0].kid);
    expect(verify(null, message, publicKey, sign(null, message, offerKeys[0].privateKey))).toBe(true);
  });

  test('that are handed on by name leave the others behind', () => {
    const secrets = createSecrets();
    expect(Object.keys(onlySecrets(secrets, ['cursorKey']))).toEqual(['cursorKey']);
    expect(keysIn(secrets).filter(({ type }) => type === 'private')).toHaveLength(2);
  });

  test('a mode that lets others read is narrowed', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'secrets.json');
    await openSecrets(file, []);
    await chmod(file, 0o644);
    await openSecrets(file, []);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('a damaged file is an error that names what is wrong, repeats no secret and changes nothing', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'secrets.json');
    await openSecrets(file, []);
    const good = JSON.parse(await readFile(file, 'utf8'));
    const damaged = JSON.stringify({ ...good, internalKey: 'short' });
    await writeFile(file, damaged);
    await expect(openSecrets(file, [])).rejects.toThrow('is damaged (internalKey)');
    expect(await readFile(file, 'utf8')).toBe(damaged);
    await writeFile(file, `{ "internalKey": "${good.internalKey}`);
    await expect(openSecrets(file, [])).rejects.not.toThrow(good.internalKey);
  });

  test('key pairs belong together and differ between installations and purposes', () => {
    const [one, other] = [createSecrets(), createSecrets()];
    const message = Buffer.from('meridian');
    const signature = sign(null, message, one.accessKeys[0].privateKey);
    expect(verify(null, message, one.accessKeys[0].publicKey, signature)).toBe(true);
    expect(verify(null, message, other.accessKeys[0].publicKey, signature)).toBe(false);
    expect(one.accessKeys[0].kid).not.toBe(one.offerKeys[0].kid);
    expect(one.internalKey).not.toEqual(one.cursorKey);
  });
});

describe('data folder', () => {
  test('names one file per service and refuses names that would leave it', async () => {
    const folder = dataFolderAt('/data');
    expect([folder.database('users'), folder.eventLog, folder.secrets, folder.folder('mail')]).toEqual([
      '/data/users.db',
      '/data/log.db',
      '/data/secrets.json',
      '/data/mail',
    ]);
    expect(() => folder.database('../users')).toThrow('cannot name a file');
    await using temporary = await temporaryFolder();
    const opened = await openDataFolder(join(temporary.path, 'a', 'b'));
    expect((await stat(opened.root)).mode & 0o777).toBe(0o700);
  });
});
