import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** The half of a signing key that verifies. `kid` is its thumbprint (RFC 7638), so that equal keys have equal names everywhere. */
export type PublicKey = Readonly<{ kid: string; publicKey: KeyObject }>;

/** An Ed25519 key pair. */
export type SigningKey = PublicKey & Readonly<{ privateKey: KeyObject }>;

/** A key for AES-256-GCM and the short id that stands beside what it encrypted. */
export type EncryptionKey = Readonly<{ id: string; key: Uint8Array }>;

/** A list of keys of which the first signs or encrypts; the others still verify or decrypt. Never empty. */
export type KeyRing<Key> = readonly [Key, ...Key[]];

/** Every key of an installation. A process is given those that it names, see {@link openSecrets}. */
export type Secrets = Readonly<{
  /** Sign access tokens. */
  accessKeys: KeyRing<SigningKey>;
  /** Verify access tokens. */
  accessPublicKeys: KeyRing<PublicKey>;
  /** Sign statements of one service to another. */
  offerKeys: KeyRing<SigningKey>;
  /** Verify such statements. */
  offerPublicKeys: KeyRing<PublicKey>;
  /** Authenticates the gateway to subgraphs; HMAC, 32 bytes. */
  internalKey: Uint8Array;
  /** Authenticates cursors; HMAC, 32 bytes. */
  cursorKey: Uint8Array;
  /** Encrypt single fields. */
  encryptionKeys: KeyRing<EncryptionKey>;
}>;

export type SecretName = keyof Secrets;

const signingKeyText = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() });
type SigningKeyText = z.infer<typeof signingKeyText>;

const keyOf32Bytes = z
  .base64url()
  .refine((text) => Buffer.from(text, 'base64url').length === 32, 'must be 32 bytes in base64url');

const secretsFile = z.object({
  version: z.literal(1),
  accessKeys: z.array(signingKeyText).min(1),
  offerKeys: z.array(signingKeyText).min(1),
  internalKey: keyOf32Bytes,
  cursorKey: keyOf32Bytes,
  encryptionKeys: z.array(z.object({ id: z.string().regex(/^[a-z0-9]{1,16}$/), key: keyOf32Bytes })).min(1),
});
type SecretsFile = z.infer<typeof secretsFile>;

function newSigningKeyText(): SigningKeyText {
  return signingKeyText.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
}

const newKeyText = (): string => randomBytes(32).toString('base64url');

function newSecretsFile(): SecretsFile {
  return {
    version: 1,
    accessKeys: [newSigningKeyText()],
    offerKeys: [newSigningKeyText()],
    internalKey: newKeyText(),
    cursorKey: newKeyText(),
    encryptionKeys: [{ id: randomBytes(4).toString('hex'), key: newKeyText() }],
  };
}

/** Made of the public members alone: whoever only verifies never has the private key in hand. */
function toPublicKey({ kty, crv, x }: SigningKeyText): PublicKey {
  // RFC 7638, section 3: the required members in this order, without white space.
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { kid, publicKey: createPublicKey({ key: { kty, crv, x }, format: 'jwk' }) };
}

const toSigningKey = (text: SigningKeyText): SigningKey => ({
  ...toPublicKey(text),
  privateKey: createPrivateKey({ key: text, format: 'jwk' }),
});

const toBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

function toKeyRing<Text, Key>(texts: readonly Text[], toKey: (text: Text) => Key): KeyRing<Key> {
  const [first, ...others] = texts.map(toKey);
  if (first === undefined) throw new RangeError('A key ring has at least one key.');
  return [first, ...others];
}

/** How each key is read from the file. */
const readers: { readonly [Name in SecretName]: (file: SecretsFile) => Secrets[Name] } = {
  accessKeys: (file) => toKeyRing(file.accessKeys, toSigningKey),
  accessPublicKeys: (file) => toKeyRing(file.accessKeys, toPublicKey),
  offerKeys: (file) => toKeyRing(file.offerKeys, toSigningKey),
  offerPublicKeys: (file) => toKeyRing(file.offerKeys, toPublicKey),
  internalKey: (file) => toBytes(file.internalKey),
  cursorKey: (file) => toBytes(file.cursorKey),
  encryptionKeys: (file) => toKeyRing(file.encryptionKeys, ({ id, key }) => ({ id, key: toBytes(key) })),
};

const toSecrets = <Name extends SecretName>(file: SecretsFile, names: readonly Name[]): Pick<Secrets, Name> =>
  Object.fromEntries(names.map((name) => [name, readers[name](file)])) as Pick<Secrets, Name>;

/** Fresh keys that are stored nowhere, for tests. */
export const createSecrets = (): Secrets => toSecrets(newSecretsFile(), Object.keys(readers) as SecretName[]);

/** Those of the secrets that are named, and no others. */
export const onlySecrets = <Name extends SecretName>(
  secrets: Pick<Secrets, Name>,
  names: readonly Name[],
): Pick<Secrets, Name> => Object.fromEntries(names.map((name) => [name, secrets[name]])) as Pick<Secrets, Name>;

/** Asks for the code alone: under a test runner, errors of the file system belong to another realm's `Error`. */
const isSystemError = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parse(text: string, file: string): SecretsFile {
  try {
    return secretsFile.parse(JSON.parse(text));
  } catch (cause) {
    // The cause of a JSON error quotes the text, which is secret: its message is left out.
    const detail =
      cause instanceof z.ZodError
        ? ` (${[...new Set(cause.issues.map((issue) => issue.path.join('.')))].join(', ')})`
        : '';
    throw new Error(
      `${file} is damaged${detail}. Restore it from a backup: without it, sessions end and encrypted fields are lost.`,
    );
  }
}

/**
 * Writes the file under a name of its own, then links it to its place. A link fails where a file stands already, so of several
 * processes that start at once exactly one puts its keys there, whole and on disk, and the others read them.
 */
async function createOnce(file: string): Promise<void> {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(newSecretsFile(), null, 2)}\n`);
    await handle.sync();
    await handle.close();
    await link(draft, file);
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  } finally {
    await handle.close().catch(() => undefined);
    await unlink(draft);
  }
}

/**
 * Opens keys of an installation and makes all of them at the first start. The answer holds the named ones and no others: a
 * process that was broken into can give away no more than it was given. The file has mode 0600; a wider mode is narrowed. Safe
 * when several processes start at once on one folder.
 *
 * @throws Error when the file is damaged; keys are never silently replaced
 */
export async function openSecrets<Name extends SecretName>(
  file: string,
  names: readonly Name[],
): Promise<Pick<Secrets, Name>> {
  let text = await readIfPresent(file);
  if (text === undefined) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await createOnce(file);
    text = await readFile(file, 'utf8');
  }
  await chmod(file, 0o600);
  return toSecrets(parse(text, file), names);
}
