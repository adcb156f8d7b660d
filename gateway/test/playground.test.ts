import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, getVariableValues, OperationTypeNode, parse, validate } from 'graphql';
import { defaultLimits, parseWithinLimits } from '../src/edge/operation-limits.ts';

const folder = fileURLToPath(new URL('../playground/examples', import.meta.url));
const schema = buildSchema(
  readFileSync(fileURLToPath(new URL('../../schema/public.graphql', import.meta.url)), 'utf8'),
);
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('examples of the playground', () => {
  test('there is one at least for each search, and a subscription', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    const kinds = files.map((file) => getOperationAST(parse(textOf(file)))?.operation);
    expect(kinds).toContain(OperationTypeNode.SUBSCRIPTION);
  });

  test.each(files)('%s is valid on the public contract, within the limits, and runs as it stands', (file) => {
    const text = textOf(file);
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    expect(parseWithinLimits(text, defaultLimits).refusal).toBeUndefined();
    const operation = getOperationAST(document);
    // A visitor presses play: every variable that is needed has a default.
    expect(getVariableValues(schema, operation?.variableDefinitions ?? [], {}).errors).toBeUndefined();
    expect(text).toMatch(/^# /);
  });
});
