import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSecrets } from '../config/secrets.ts';
import { createCursors } from './cursor.ts';

const { cursorKey } = createSecrets();
const cursors = createCursors({ key: cursorKey });
const place = { stream: 'alerts:usr_1', epoch: 'e1', position: 42 };

describe('cursors', () => {
  test('every place comes back from its text', () => {
    const stream = fc.string({ maxLength: 40, unit: 'binary' });
    fc.assert(
      fc.property(stream, fc.string({ maxLength: 30 }), fc.maxSafeNat(), (name, epoch, position) => {
        expect(cursors.decode(cursors.encode({ stream: name, epoch, position }), name)).toEqual({
          ok: true,
          epoch,
          position,
        });
      }),
    );
  });

  test('the text is URL-safe and does not invite reading', () => {
    const text = cursors.encode(place);
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(text).not.toContain('usr_1');
  });

  test('another stream, another key and any change are refused alike', () => {
    const text = cursors.encode(place);
    expect(cursors.decode(text, 'alerts:usr_2')).toEqual({ ok: false });
    expect(createCursors({ key: createSecrets().cursorKey }).decode(text, place.stream)).toEqual({ ok: false });
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'ABCabc012-_= \n'), (index, character) => {
        fc.pre(text[index] !== character);
        expect(cursors.decode(text.slice(0, index) + character + text.slice(index + 1), place.stream)).toEqual({
          ok: false,
        });
      }),
    );
  });

  test('another version is refused even with a right signature over the rest', () => {
    const bytes = Buffer.from(cursors.encode(place), 'base64url');
    bytes[0] = 2;
    expect(cursors.decode(bytes.toString('base64url'), place.stream)).toEqual({ ok: false });
  });

  test.each(['', 'AQ', 'not a cursor', '🙂', 'A'.repeat(1_000_000)])('nonsense is refused (%#)', (text) => {
    expect(cursors.decode(text, place.stream)).toEqual({ ok: false });
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('%d is no position', (position) => {
    expect(() => cursors.encode({ ...place, position })).toThrow('no position');
  });
});
