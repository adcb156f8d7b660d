import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

/**
 * Words that the gateway may use although the schema uses them, too: GraphQL's own, HTTP's, and those of identity, streams and
 * errors, which mean the same in every schema. A word belongs here when the gateway would need it with any other schema.
 */
const genericWords = new Set(
  [
    'Query Mutation Subscription Cursor DateTime String Int Float Boolean ID JSON',
    // Of identity (platform/identity, OAuth 2.0) and of the edge.
    'user TRAVELER OWNER SUPPORT ANALYST ADMIN userId sessionId accessToken refreshToken expiresAt requestId retryAfterInSeconds',
    'after first id ids node nodes edges cursor code message path name type kind status version position reason oldest input',
  ].flatMap((words) => words.split(' ')),
);

/** The names of a schema's types and fields. */
export function schemaNames(sdl) {
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !type.name.includes('__'),
  );
  const fields = types.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map((value) => value.name);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.keys(type.getFields());
    return [];
  });
  const named = (words) => new Set(words.filter((word) => !genericWords.has(word)));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const rootFields = roots.flatMap((type) => Object.keys(type?.getFields() ?? {}));
  return { types: named(types.map((type) => type.name)), fields: named(fields), rootFields: named(rootFields) };
}

/**
 * Names of the schema in a file's words. Names of types and of several words (`priceInsight`) count anywhere; a single small word
 * (`title`) is everybody's, unless a text consists of it and it is a field of a root type: that is how code would ask for one.
 */
export function namesIn({ identifiers, inTexts, texts }, { types, fields, rootFields }) {
  const isCompound = (word) => /[a-z0-9][A-Z]/.test(word);
  const inCode = [...identifiers].filter((word) => types.has(word) || (fields.has(word) && isCompound(word)));
  const inText = [...inTexts].filter(
    (word) => (types.has(word) || fields.has(word)) && (isCompound(word) || /^[A-Z]/.test(word)),
  );
  const whole = [...texts].filter((text) => rootFields.has(text));
  return [...new Set([...inCode, ...inText, ...whole])].sort();
}
