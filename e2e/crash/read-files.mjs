import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** Opens files of a data folder for reading. */
export const createOpener = (data) => (name) => new DatabaseSync(join(data, name), { readOnly: true });

/** The rows of a statement. */
export const rows = (database, sql) => database.prepare(sql).all();

export const indexBy = (list, keyOf) => new Map(list.map((each) => [keyOf(each), each]));

export const groupBy = (list, keyOf) => {
  const groups = new Map();
  for (const each of list) {
    const key = keyOf(each);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(each);
  }
  return groups;
};

/** The journal of the clients, line by line. */
export const readAnswers = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
