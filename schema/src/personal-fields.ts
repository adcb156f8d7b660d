type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Words that name what is personal: names of people, ways to reach them, documents, where they live, and what they write. A word of a
 * field's name counts (`contactEmail`, `firstName`), and so does a format that only mail has.
 */
const personalWords = new Set(
  'email mail phone telephone mobile passport ssn document birth birthday birthdate address street comment comments text note notes message remark bio avatar surname ip'.split(
    ' ',
  ),
);
/** A name is personal unless it is that of a thing. */
const nameOfPerson =
  /^(?:first|last|middle|full|given|family|display|user|traveler|guest|owner|host|author|contact|holder)?names?$/i;

const wordsOf = (field: string): string[] => field.split(/(?=[A-Z])|[_-]/).map((word) => word.toLowerCase());

const isPersonal = (field: string): boolean =>
  nameOfPerson.test(field) || (!/Ids?$/.test(field) && wordsOf(field).some((word) => personalWords.has(word)));

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function alternativesOf(schema: JsonSchema): JsonSchema[] {
  return ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key].filter(isSchema) : []));
}

function within(schema: JsonSchema, path: string): string[] {
  const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  return [
    ...properties.flatMap(([name, inner]) => find(inner, path === '' ? name : `${path}.${name}`, name)),
    ...(isSchema(schema.items) ? find(schema.items, `${path}[]`, '') : []),
    ...(isSchema(schema.additionalProperties) ? find(schema.additionalProperties, `${path}{}`, '') : []),
    ...alternativesOf(schema).flatMap((alternative) => find(alternative, path, '')),
    ...['definitions', '$defs'].flatMap((key) =>
      isSchema(schema[key]) ? Object.values(schema[key]).flatMap((inner) => find(inner, path, '')) : [],
    ),
  ];
}

function find(schema: unknown, path: string, field: string): string[] {
  // One of a few fixed values tells nothing of a person.
  if (!isSchema(schema) || 'enum' in schema || 'const' in schema) return [];
  if (schema.format === 'email' || isPersonal(field)) return [path];
  return within(schema, path);
}

/**
 * The fields of an event's JSON schema that sound personal, as paths. Events stay in logs and in other services' tables, where
 * nobody can delete them one by one; so they carry ids only.
 */
export const personalFields = (schema: unknown): string[] => [...new Set(find(schema, '', ''))];
