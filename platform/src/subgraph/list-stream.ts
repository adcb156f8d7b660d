import { createHash } from 'node:crypto';

const isTold = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Equal for equal arguments: the order of fields means nothing, and that of a filter's values neither. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(canonical(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => isTold(field));
  return fields.sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, field]) => [name, canonical(field)]);
}

/**
 * Names what a list is of: its name, and every argument that decides what is in it or in which order, so that a cursor made under one
 * filter is refused under another, where its place means nothing. An argument that is absent, null or an empty list says nothing.
 */
export function listStream(name: string, decidedBy: object): string {
  const content = JSON.stringify(canonical(decidedBy));
  return `${name}:${createHash('sha256').update(content).digest('base64url').slice(0, 22)}`;
}
