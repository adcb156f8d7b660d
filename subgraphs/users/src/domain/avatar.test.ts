import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { avatarSvg, initialsOf } from './avatar.ts';

describe('an avatar', () => {
  test.each([
    ['Ana Maria Sousa', 'AS'],
    ['ana', 'A'],
    ['  李 小龙 ', '李小'],
    ['👩‍🚀 Kim', '👩‍🚀K'],
    ['', ''],
  ])('of "%s" shows %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('is the same for the same person and differs between persons', () => {
    expect(avatarSvg('Ana Sousa', 'prf_1')).toBe(avatarSvg('Ana Sousa', 'prf_1'));
    expect(avatarSvg('Ana Sousa', 'prf_1')).not.toBe(avatarSvg('Ana Sousa', 'prf_2'));
  });

  test('no name breaks out of the text it stands in', () => {
    expect(avatarSvg('<script>alert(1)</script> "x" & y', 'prf_1')).not.toMatch(/<script|alert\(1\)<\/|"x"|& /);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const tags = avatarSvg(name, 'prf_1').match(/<\/?[a-zA-Z]+/g) ?? [];
        const plain = avatarSvg('Ana Sousa', 'prf_1').match(/<\/?[a-zA-Z]+/g);
        expect(tags).toEqual(plain);
      }),
    );
  });
});
