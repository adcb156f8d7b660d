import type { Principal } from '@meridian/platform/identity/principal';
import { type Endpoint, mayIntrospect } from './endpoint.ts';

/**
 * What graphql-js adds to a message where a name is nearly right: names of the schema, always last. That a field wants fields of its
 * own (`Did you mean "item { ... }"?`) says nothing but what was sent.
 */
const suggestion = / Did you mean (?!"\w+ \{ \.\.\. \}"\?).*\?$/s;

/** What graphql-js says when it has compared enough fields of one name with each other, and what its reader can do about it. */
const unclear: Readonly<Record<string, string>> = {
  'Validation aborted.':
    'The operation asks for fields of one name so often that it cannot be checked. Ask for each of them once.',
};

/**
 * The words of an error as its reader may have them. Whoever may not read an endpoint's schema is not helped to guess it: a program
 * that asks for near misses draws the whole schema out of the suggestions.
 */
export const wordsFor =
  (endpoint: Endpoint, principal: Principal) =>
  (message: string): string =>
    unclear[message] ?? (mayIntrospect(endpoint, principal) ? message : message.replace(suggestion, ''));
