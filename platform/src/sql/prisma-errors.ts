import { DriverAdapterError, type Error as PrismaError } from '@prisma/driver-adapter-utils';
import { DatabaseBusyError } from './sql-database.ts';
import { type SqliteFailure, sqliteCode, sqliteFailureOf } from './sqlite-error.ts';

/** The error that Prisma maps to its codes: P2002 unique, P2003 foreign key, P2011 null, P1008 busy. Others pass unchanged. */
export function toPrismaError(error: unknown): unknown {
  if (error instanceof DatabaseBusyError) return new DriverAdapterError({ kind: 'SocketTimeout' });
  const failure = sqliteFailureOf(error);
  if (!failure) return error;
  const original = { originalCode: String(failure.extendedCode), originalMessage: failure.message };
  return new DriverAdapterError({ ...original, ...mapFailure(failure) });
}

function mapFailure({ extendedCode, message }: SqliteFailure): PrismaError {
  switch (extendedCode) {
    case sqliteCode.unique:
    case sqliteCode.primaryKey:
      return { kind: 'UniqueConstraintViolation', ...tableIn(message), ...fieldsIn(message) };
    case sqliteCode.notNull:
      return { kind: 'NullConstraintViolation', ...fieldsIn(message) };
    case sqliteCode.foreignKey:
    case sqliteCode.trigger:
      return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } };
    default:
      return mapOther(extendedCode, message);
  }
}

function mapOther(extendedCode: number, message: string): PrismaError {
  if ((extendedCode & 0xff) === sqliteCode.busy) return { kind: 'SocketTimeout' };
  const table = /no such table: (\S+)/.exec(message)?.[1];
  if (table !== undefined) return { kind: 'TableDoesNotExist', table };
  const column = /no such column: (\S+)|has no column named (\S+)/.exec(message);
  if (column) return { kind: 'ColumnNotFound', column: column[1] ?? column[2] ?? '' };
  return { kind: 'sqlite', extendedCode, message };
}

/** From `UNIQUE constraint failed: users.email, users.tenant`. */
const columnsIn = (message: string): string[] => message.split('constraint failed: ')[1]?.split(', ') ?? [];

function fieldsIn(message: string): { constraint?: { fields: string[] } } {
  const fields = columnsIn(message).map((column) => column.slice(column.lastIndexOf('.') + 1));
  return fields.length > 0 ? { constraint: { fields } } : {};
}

function tableIn(message: string): { table?: string } {
  const [column = ''] = columnsIn(message);
  return column.includes('.') ? { table: column.slice(0, column.lastIndexOf('.')) } : {};
}
