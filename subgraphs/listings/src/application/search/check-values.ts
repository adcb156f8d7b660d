import { addDays } from '@meridian/platform/values/local-date';
import { slug } from '../../domain/folded-text.ts';
import type { Problems } from '../../domain/problems.ts';

/**
 * The first day that a search may ask for: yesterday in UTC. Zones reach 14 hours ahead of and 12 behind it, so that day may still be
 * today at the place; what of it is over there, is not found.
 */
export const earliestDay = (now: number): string => addDays(new Date(now).toISOString().slice(0, 10), -1);

/** Notes keys that no facet can have: names, say. A key of the right form may be of something that nobody offers at present. */
export function checkKeys(
  problems: Problems,
  keys: readonly string[] | undefined,
  { path, what }: Readonly<{ path: string; what: string }>,
): void {
  for (const [index, key] of (keys ?? []).entries()) {
    const own = slug(key);
    const hint = own === '' ? 'the facets have them all.' : `such as "${own.slice(0, 60)}".`;
    problems.require(key !== '' && key === own, `${path}.${index}`, `Name ${what} by its key, ${hint}`);
  }
}
