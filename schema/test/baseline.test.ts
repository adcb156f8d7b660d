import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { breakingChanges, checkPublicContract, releasePublicContract } from '../src/contract/baseline.ts';

const released = 'type Query { a(b: Int): Int c: Int @deprecated(reason: "Use a.") e: E } enum E { F G }';

describe('breaking changes', () => {
  test.each([
    ['a removed field', 'type Query { c: Int e: E } enum E { F G }', 'Query.a'],
    ['a removed argument', 'type Query { a: Int c: Int e: E } enum E { F G }', 'Query.a.b'],
    ['another type', 'type Query { a(b: Int): String c: Int e: E } enum E { F G }', 'Query.a'],
    ['a new required argument', 'type Query { a(b: Int, d: Int!): Int c: Int e: E } enum E { F G }', 'Query.a.d'],
    ['a removed enum value', 'type Query { a(b: Int): Int c: Int e: E } enum E { F }', 'E.G'],
  ])('%s is one', async (_, present, path) => {
    expect(await breakingChanges(released, present)).toEqual([expect.stringContaining(`${path}: `)]);
  });

  test.each([
    ['nothing', released],
    ['an addition', released.replace('c: Int', 'c: Int h: Int')],
    ['taking away what was deprecated', released.replace('c: Int @deprecated(reason: "Use a.")', '')],
    ['another description', released.replace('a(b', '"New words." a(b')],
  ])('%s is none', async (_, present) => {
    expect(await breakingChanges(released, present)).toEqual([]);
  });

  test('a missing baseline is a problem; the first release breaks nothing; later a break cannot be released', async () => {
    const root = await mkdtemp(join(tmpdir(), 'meridian-contract-'));
    await mkdir(join(root, 'schema'));
    expect(await checkPublicContract(root, released)).toEqual([expect.stringContaining('is missing')]);
    expect(await releasePublicContract(root, released)).toEqual([]);
    expect(await checkPublicContract(root, released)).toEqual([]);
    expect(await releasePublicContract(root, 'type Query { a(b: Int): Int }')).not.toEqual([]);
    expect(await readFile(join(root, 'schema/public.baseline.graphql'), 'utf8')).toBe(released);
    await rm(root, { recursive: true });
  });
});
