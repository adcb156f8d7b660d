import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isCountryCode } from '../values/country.ts';
import { isCurrencyCode } from '../values/currency.ts';
import { isLocalDate } from '../values/local-date.ts';
import { isTimeZone } from '../values/zoned-time.ts';

const decimalPattern = /^-?(0|[1-9]\d{0,17})(\.\d{1,9})?$/;
const localDateTimePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const durationPattern = /^P(?!$)(\d{1,6}D)?(T(?=\d)(\d{1,8}H)?(\d{1,8}M)?(\d{1,10}S)?)?$/;
const cursorPattern = /^[A-Za-z0-9_.~-]{1,1024}$/;

type TextRule = Readonly<{
  name: string;
  /** Completes the sentence "<name> must be …". */
  rule: string;
  accepts: (text: string) => boolean;
  normalise?: (text: string) => string;
  /** Turns an internal value that is not text yet into text. */
  toText?: (value: unknown) => unknown;
}>;

/** The offending value as it may stand in a message: shortened, so that an answer never echoes a large input. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const refuse = (rule: TextRule, value: unknown): GraphQLError =>
  new GraphQLError(`${rule.name} must be ${rule.rule}; ${shown(value)} is not.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });

function read(rule: TextRule, value: unknown): string {
  if (typeof value !== 'string' || !rule.accepts(value)) throw refuse(rule, value);
  return rule.normalise ? rule.normalise(value) : value;
}

/** A value that a resolver returned is checked too: a wrong one is our fault, hence a plain error that will be masked. */
function write(rule: TextRule, value: unknown): string {
  const text = rule.toText ? rule.toText(value) : value;
  if (typeof text === 'string' && rule.accepts(text)) return rule.normalise ? rule.normalise(text) : text;
  throw new TypeError(`A resolver returned ${shown(value)} as ${rule.name}, which must be ${rule.rule}.`);
}

const textScalar = (rule: TextRule): GraphQLScalarType =>
  new GraphQLScalarType({
    name: rule.name,
    parseValue: (value) => read(rule, value),
    parseLiteral: (node) => read(rule, node.kind === Kind.STRING ? node.value : describeLiteral(node)),
    serialize: (value) => write(rule, value),
  });

/** What stands in the document instead of a text, in a form that no text rule accepts. */
const describeLiteral = (node: ValueNode): unknown => ('value' in node ? Number(node.value) : { kind: node.kind });

const toUtc = (text: string): string => new Date(text).toISOString();

const instantToText = (value: unknown): unknown => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString();
  return typeof value === 'number' && Number.isFinite(value) ? new Date(value).toISOString() : value;
};

const rules: readonly TextRule[] = [
  { name: 'Decimal', rule: 'a decimal number in text, such as "129.90"', accepts: (text) => decimalPattern.test(text) },
  { name: 'CurrencyCode', rule: 'an ISO 4217 code, such as "EUR"', accepts: (text) => isCurrencyCode(text) },
  { name: 'CountryCode', rule: 'an ISO 3166-1 alpha-2 code, such as "PT"', accepts: (text) => isCountryCode(text) },
  {
    name: 'AirportCode',
    rule: 'an IATA code of three capital letters, such as "LIS"',
    accepts: (text) => /^[A-Z]{3}$/.test(text),
  },
  { name: 'LocalDate', rule: 'a calendar date, such as "2026-11-20"', accepts: (text) => isLocalDate(text) },
  {
    name: 'LocalDateTime',
    rule: 'a local date and time without a zone, such as "2026-11-20T18:45"',
    accepts: (text) => isLocalDate(localDateTimePattern.exec(text)?.[1] ?? ''),
  },
  {
    name: 'DateTime',
    rule: 'an instant in ISO 8601 with a zone, such as "2026-11-20T18:45:00Z"',
    accepts: (text) => isLocalDate(instantPattern.exec(text)?.[1] ?? ''),
    normalise: toUtc,
    toText: instantToText,
  },
  {
    name: 'Duration',
    rule: 'a duration in ISO 8601, such as "PT2H35M"',
    accepts: (text) => durationPattern.test(text),
  },
  { name: 'Cursor', rule: 'a cursor as an earlier answer gave it', accepts: (text) => cursorPattern.test(text) },
  {
    name: 'TimeZone',
    rule: 'an IANA time zone, such as "Europe/Lisbon"',
    accepts: (text) => text.length <= 64 && isTimeZone(text),
  },
];

const literalToJson = (node: ValueNode, variables?: Readonly<Record<string, unknown>> | null): unknown => {
  if (node.kind === Kind.OBJECT) {
    return Object.fromEntries(node.fields.map((field) => [field.name.value, literalToJson(field.value, variables)]));
  }
  if (node.kind === Kind.LIST) return node.values.map((item) => literalToJson(item, variables));
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  if (node.kind === Kind.VARIABLE) return variables?.[node.name.value] ?? null;
  return node.kind === Kind.NULL ? null : node.value;
};

const json = new GraphQLScalarType({
  name: 'JSON',
  parseValue: (value) => value,
  parseLiteral: literalToJson,
  serialize: (value) => value,
});

/**
 * The scalars of `shared.graphql`, by name. Each takes text only (a number is refused where a text is meant), says what is wrong
 * and with which value, and checks what resolvers return as well. `DateTime` accepts any offset and hands resolvers UTC text
 * with milliseconds; it serialises epoch milliseconds, `Date` and ISO text.
 */
export const scalars: ReadonlyMap<string, GraphQLScalarType> = new Map(
  [...rules.map(textScalar), json].map((scalar) => [scalar.name, scalar]),
);
