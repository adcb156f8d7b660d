import { isDate } from 'node:util/types';
import { type ArgType, type ColumnType, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { SqlValue } from './sql-database.ts';
import type { SqliteTable } from './sqlite-connection.ts';

/** Declared types as Prisma's migrations for SQLite and people write them. */
const columnTypes = new Map<string, ColumnType>([
  ['DECIMAL', ColumnTypeEnum.Numeric],
  ['FLOAT', ColumnTypeEnum.Float],
  ...['DOUBLE', 'DOUBLE PRECISION', 'NUMERIC', 'REAL'].map((name) => [name, ColumnTypeEnum.Double] as const),
  ...['TINYINT', 'SMALLINT', 'MEDIUMINT', 'INT', 'INTEGER'].map((name) => [name, ColumnTypeEnum.Int32] as const),
  ...['BIGINT', 'INT8', 'UNSIGNED BIG INT'].map((name) => [name, ColumnTypeEnum.Int64] as const),
  ...['DATETIME', 'TIMESTAMP'].map((name) => [name, ColumnTypeEnum.DateTime] as const),
  ...['TEXT', 'CLOB', 'CHARACTER', 'VARCHAR'].map((name) => [name, ColumnTypeEnum.Text] as const),
  ['DATE', ColumnTypeEnum.Date],
  ['TIME', ColumnTypeEnum.Time],
  ['BLOB', ColumnTypeEnum.Bytes],
  ['BOOLEAN', ColumnTypeEnum.Boolean],
  ['JSONB', ColumnTypeEnum.Json],
]);

/** The type of each column: as declared, else (for expressions) as its first value that is not NULL. */
export function columnTypesOf(table: SqliteTable): ColumnType[] {
  return table.columns.map(({ declaredType }, index) => {
    // `VARCHAR(40)` and the like: the length means nothing to SQLite.
    const name =
      declaredType
        ?.replace(/\(.*\)/, '')
        .trim()
        .toUpperCase() ?? '';
    return columnTypes.get(name) ?? inferType(table.rows.find((row) => row[index] !== null)?.[index]);
  });
}

function inferType(value: SqlValue | undefined): ColumnType {
  if (typeof value === 'string') return ColumnTypeEnum.Text;
  if (typeof value === 'bigint') return ColumnTypeEnum.Int64;
  if (typeof value === 'number') return ColumnTypeEnum.UnknownNumber;
  return ArrayBuffer.isView(value) ? ColumnTypeEnum.Bytes : ColumnTypeEnum.Int32;
}

/** What Prisma accepts as a result: no BigInt, instants as text. */
export function toPrismaValue(value: SqlValue, type: ColumnType): unknown {
  const isInstant = type === ColumnTypeEnum.DateTime;
  if (isInstant && (typeof value === 'number' || typeof value === 'bigint'))
    return new Date(Number(value)).toISOString();
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  const isInteger = type === ColumnTypeEnum.Int32 || type === ColumnTypeEnum.Int64;
  return isInteger && typeof value === 'number' ? Math.trunc(value) : value;
}

/** What SQLite can bind. Instants become ISO 8601 text in UTC, as everywhere in Meridian; booleans 0 and 1. */
export function toSqlValue(value: unknown, type: ArgType | undefined): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isDate(value)) return value.toISOString();
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'string') return textToSqlValue(value, type);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new DriverAdapterError({ kind: 'InvalidInputValue', message: `SQLite cannot bind a ${typeof value}.` });
}

function textToSqlValue(text: string, type: ArgType | undefined): SqlValue {
  switch (type?.scalarType) {
    case 'int':
    case 'bigint':
      return BigInt(text);
    case 'float':
      return Number(text);
    case 'decimal':
      return decimalToSqlValue(text);
    case 'datetime':
      return new Date(text).toISOString();
    case 'bytes':
      return Buffer.from(text, 'base64');
    default:
      return text;
  }
}

/** SQLite keeps a DECIMAL as a double. What does not fit into one is refused: silence would change an amount. */
function decimalToSqlValue(text: string): number {
  const digits = text.replace(/e.*$/i, '').replace(/^-?0*/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  if (digits.length <= 15) return Number(text);
  throw new DriverAdapterError({ kind: 'ValueOutOfRange', cause: `SQLite keeps 15 digits of a decimal, not ${text}.` });
}
