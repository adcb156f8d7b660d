import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { refusalStatus } from '@meridian/gateway/edge/refusals';
import { closeCodes } from '@meridian/gateway/subscriptions/close-codes';
import { isEnumType, isInterfaceType } from 'graphql';
import { provocations } from '../gateway/test/fixtures/provocations.ts';
import { type ErrorRow, errorRows } from './support/errors-page.ts';
import { readSupergraph } from './support/supergraph.ts';

const root = resolve(import.meta.dirname, '..');

/** Codes that only a subgraph says to the gateway: it masks them, so no client reads them. */
const spokenInside = ['INTERNAL_TOKEN_REFUSED', 'DOWNSTREAM_SERVICE_ERROR', 'NOT_FOUND'];

/** Words in capitals that are no codes of errors. Whatever is not here counts as a code, so that a new one cannot be missed. */
const noCodes = [
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'ADMIN', 'JSON'],
  ...['SIGINT', 'SIGTERM', 'ECONNRESET', 'FST_ERR_CTP_BODY_TOO_LARGE'],
];

/** Sockets close with codes of their own. */
const isNoCode = (word: string): boolean => noCodes.includes(word) || Object.hasOwn(closeCodes, word);

/** Where codes of top-level errors are written. */
const sources = ['gateway/src', 'platform/src/subgraph'];

let rows: Readonly<Record<'data' | 'gateway' | 'sockets', readonly ErrorRow[]>>;
beforeAll(async () => {
  rows = errorRows(await readFile(join(root, 'docs/ERRORS.md'), 'utf8'));
});

const codesOf = (of: readonly ErrorRow[]) => of.map(({ code }) => code).sort();

describe('docs/ERRORS.md', () => {
  test('has a cause and a remedy for every code, and each code once per section', () => {
    const all = Object.values(rows).flat();
    expect(all.length).toBeGreaterThan(40);
    for (const { code, cause, remedy } of all) {
      expect(`${code}: ${cause}`).toMatch(/: .{15,}\.$/);
      expect(`${code}: ${remedy}`).toMatch(/: .{7,}\.$/);
    }
    for (const section of Object.values(rows)) {
      expect(new Set(codesOf(section)).size).toBe(section.length);
    }
  });

  test('lists the codes of failures in data exactly as the schema does', async () => {
    expect(codesOf(rows.data)).toEqual((await errorCodes()).sort());
  });

  test('lists every code of the gateway that its sources say', async () => {
    const said = new Set((await Promise.all(sources.map(codesInFolder))).flat());
    const spoken = [...said].filter((code) => !spokenInside.includes(code)).sort();
    expect(codesOf(rows.gateway)).toEqual(spoken);
  });

  // `gateway/test/provocations.test.ts` makes each of these mistakes and is told the code, with the status.
  test('lists every code that the gateway answers, whoever of its libraries says it, and no code that nothing provokes', () => {
    expect(codesOf(rows.gateway)).toEqual([...new Set(provocations.map(({ code }) => code))].sort());
  });

  test.each(provocations.map(({ code, what, status }) => [code, what, status] as const))(
    'gives %s the status of the answer to %s',
    (code, _what, status) => {
      const onPage = rows.gateway.find((row) => row.code === code)?.status;
      if (status === 'as a mistaken operation') expect(onPage).toBe('400, or 200 as `application/json`');
      else if (status === 200) expect(onPage).toBe('');
      else expect(onPage?.match(/\d+/g)).toContain(String(status));
    },
  );

  test('gives refusals the status that the gateway answers with', () => {
    const statuses = rows.gateway.filter(({ code }) => code in refusalStatus).map(({ code, status }) => [code, status]);
    expect(Object.fromEntries(statuses)).toEqual(
      Object.fromEntries(Object.entries(refusalStatus).map(([code, status]) => [code, String(status)])),
    );
  });

  test('lists the close codes of sockets, by number and name', () => {
    const onPage = Object.fromEntries(rows.sockets.map(({ code, number }) => [code, Number(number)]));
    expect(onPage).toEqual({ ...closeCodes });
  });
});

describe('the schema', () => {
  test('has a type for every error code that says "Always", and no two types for one code', async () => {
    const schema = await readSupergraph();
    const userError = schema.getType('UserError');
    if (!isInterfaceType(userError)) throw new Error('UserError is no interface.');
    const codes = schema.getPossibleTypes(userError).map((type) => {
      const [, code] = /^Always `(\w+)`\.$/.exec(type.getFields().code?.description ?? '') ?? [];
      return code ?? `${type.name} does not name its code`;
    });
    expect(codes.sort()).toEqual((await errorCodes()).sort());
  });
});

async function errorCodes(): Promise<string[]> {
  const type = (await readSupergraph()).getType('ErrorCode');
  if (!isEnumType(type)) throw new Error('ErrorCode is no enum.');
  return type.getValues().map(({ name }) => name);
}

/** Every word in capitals that a file says as a text, and the keys of the table of refusals. */
async function codesInFolder(folder: string): Promise<string[]> {
  const files = (await readdir(join(root, folder), { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !/\.(test|contract)\.ts$/.test(file),
  );
  const texts = await Promise.all(files.map((file) => readFile(join(root, folder, file), 'utf8')));
  const words = texts.flatMap((text) =>
    [...text.matchAll(/'([A-Z]{3,}(?:_[A-Z]+)*)'/g)].flatMap(([, word]) => word ?? []),
  );
  return [...words.filter((word) => !isNoCode(word)), ...Object.keys(refusalStatus)];
}
