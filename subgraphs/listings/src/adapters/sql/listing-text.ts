import { type Condition, containing } from '@meridian/platform/sql/conditions';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { fold } from '../../domain/folded-text.ts';

/** The most airlines that one text may mean; a text of one letter means none. */
const mostAirlines = 20;

/** The codes of the airlines that are called so. */
async function airlinesCalled(database: SqlDatabase, text: string): Promise<readonly string[]> {
  if (text.length < 2) return [];
  const rows = await database.query<{ code: string }>(
    `SELECT DISTINCT code FROM airlines WHERE active = 1 AND folded_name LIKE ? ESCAPE '!' ORDER BY code LIMIT ${mostAirlines}`,
    [containing(fold(text)).slice(1)],
  );
  return rows.map(({ code }) => code);
}

/** `SQ 322`, `sq322`: carrier and number, as they begin the name of a departure. */
const flightNumber = /^([a-z0-9]{2,3}?) ?([1-9]\d{0,3})$/i;

/** What stands in the details of a flight that the text may mean, as the JSON of a member. */
function membersMeant(text: string, airlines: readonly string[]): readonly string[] {
  const [, carrier, number] = flightNumber.exec(text) ?? [];
  const quoted = JSON.stringify(text).slice(1, -1);
  return [
    `"destinationCity":"${quoted}`,
    `"carrierName":"${quoted}`,
    ...(carrier && number ? [`"resource":"${carrier}${number}/`] : []),
    ...(/^[a-z]{3}$/i.test(text) ? [`"origin":"${text}"`, `"destination":"${text}"`] : []),
    ...[...airlines, ...(/^[a-z0-9]{2}$/i.test(text) ? [text] : [])].map((code) => `"carrier":"${code}"`),
  ];
}

/**
 * Listings that a text means: by id, or by a part of their title or city; flights by their number, their airline's name or code, the
 * code of an airport on the way, and the city of arrival as well.
 */
export async function textCondition(database: SqlDatabase, text: string): Promise<Condition> {
  const part = containing(text);
  const members = membersMeant(text, await airlinesCalled(database, text)).map(containing);
  const inDetails = members.map(() => "LOWER(l.details) LIKE ? ESCAPE '!'").join(' OR ');
  return {
    sql: `(l.id = ? OR LOWER(l.title) LIKE ? ESCAPE '!' OR LOWER(l.city) LIKE ? ESCAPE '!'
      OR (l.kind = 'FLIGHT' AND (${inDetails})))`,
    params: [text, part, part, ...members],
  };
}
