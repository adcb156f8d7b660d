import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { authorization, executionSdl, publicSdl } from '@meridian/schema/generated/supergraph';
import { buildSchema, getOperationAST, getVariableValues, OperationTypeNode, parse, validate } from 'graphql';
import { createCarriedValues } from '../playground/src/carried-values.ts';
import { defaultLimits, parseWithinLimits } from '../src/edge/operation-limits.ts';
import { loadSupergraph } from '../src/supergraph/load-supergraph.ts';

const folder = fileURLToPath(new URL('../playground/examples', import.meta.url));
const contract = buildSchema(
  readFileSync(fileURLToPath(new URL('../../schema/public.graphql', import.meta.url)), 'utf8'),
);
const { firstParty } = loadSupergraph({ executionSdl, publicSdl, authorization }).views;

const filesIn = (path: string) => readdirSync(path).filter((file) => file.endsWith('.graphql'));
const doors = [
  { door: 'the public contract', path: folder, schema: contract },
  { door: 'the whole graph', path: join(folder, 'signed-in'), schema: firstParty.schema },
].map((each) => ({ ...each, files: filesIn(each.path).map((file) => ({ file, ...each })) }));
const textOf = ({ path, file }: Readonly<{ path: string; file: string }>) => readFileSync(join(path, file), 'utf8');

/** What the tabs before one have answered. */
function rememberAll() {
  const carried = createCarriedValues(() => 'key');
  carried.remember({ searchFlights: { edges: [{ node: { id: 'flt_1', offer: { token: 'signed' } } }] } });
  carried.remember({ holdBooking: { id: 'bkg_1' } });
  carried.remember({ quoteCancellation: { id: 'cqt_1' } });
  return carried;
}

describe.each(doors)('examples of the playground on $door', ({ files }) => {
  test('there are queries and a subscription', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    const kinds = files.map((file) => getOperationAST(parse(textOf(file)))?.operation);
    expect(kinds).toEqual(expect.arrayContaining([OperationTypeNode.QUERY, OperationTypeNode.SUBSCRIPTION]));
  });

  test.each(files)('$file is valid, within the limits, and runs as it stands', ({ file, path, schema }) => {
    const text = textOf({ file, path });
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    expect(parseWithinLimits(text, defaultLimits).refusal).toBeUndefined();
    const operation = getOperationAST(document);
    // A visitor presses play: every variable that is needed has a default, or comes from the tabs before.
    const variables = schema === contract ? {} : rememberAll().fill(text, {});
    expect(getVariableValues(schema, operation?.variableDefinitions ?? [], variables).errors).toBeUndefined();
    expect(text).toMatch(/^# /);
  });
});
