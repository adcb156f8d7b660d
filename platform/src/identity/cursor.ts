import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A place in a stream. `stream` names what is read and for whom (`alerts:usr_…`, `deals`), `epoch` one life of its data (a new
 * data folder begins a new one), `position` counts within it.
 */
export type StreamPosition = Readonly<{ stream: string; epoch: string; position: number }>;

/** The place, or nothing: a cursor of another stream, a changed one and plain nonsense all look the same to a caller. */
export type DecodedCursor = Readonly<{ ok: true; epoch: string; position: number }> | Readonly<{ ok: false }>;

/** Turns places in streams into texts for clients and back. */
export interface Cursors {
  encode(place: StreamPosition): string;
  decode(text: string, stream: string): DecodedCursor;
}

const version = 1;
// 128 bits: as strong as the guess is online and a cursor opens nothing but a list that its reader may see anyway.
const macLength = 16;
const longestCursor = 1_024;

function parseBody(body: Buffer): readonly unknown[] {
  const values: unknown = JSON.parse(body.toString('utf8'));
  return Array.isArray(values) ? values : [];
}

/**
 * Cursors: `base64url(version byte, JSON of [stream, epoch, position], HMAC-SHA-256 cut to 16 bytes)`. Opaque to clients,
 * authenticated so that nobody can walk another person's stream, versioned so that the form may change.
 *
 * @param deps.key at least 32 bytes
 */
export function createCursors(deps: { key: Uint8Array }): Cursors {
  if (deps.key.length < 32) throw new RangeError('The cursor key has 32 bytes or more.');
  const macOf = (body: Buffer): Buffer =>
    createHmac('sha256', deps.key).update('cursor').update(body).digest().subarray(0, macLength);
  return {
    encode({ stream, epoch, position }) {
      if (!Number.isSafeInteger(position) || position < 0)
        throw new RangeError(`${position} is no position of a stream.`);
      const body = Buffer.concat([Buffer.of(version), Buffer.from(JSON.stringify([stream, epoch, position]))]);
      return Buffer.concat([body, macOf(body)]).toString('base64url');
    },
    decode(text, stream) {
      const bytes = text.length > longestCursor ? Buffer.alloc(0) : Buffer.from(text, 'base64url');
      // The decoder skips what is no base64url; one place shall have one text.
      if (bytes.length <= macLength + 1 || bytes[0] !== version || bytes.toString('base64url') !== text)
        return { ok: false };
      const body = bytes.subarray(0, -macLength);
      if (!timingSafeEqual(bytes.subarray(-macLength), macOf(body))) return { ok: false };
      const [ofStream, epoch, position] = parseBody(body.subarray(1));
      if (ofStream !== stream || typeof epoch !== 'string' || typeof position !== 'number') return { ok: false };
      return { ok: true, epoch, position };
    },
  };
}
