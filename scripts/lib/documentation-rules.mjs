import { parseSync } from '@swc/core';

/**
 * `resolvers/<Type>/<field>.ts` is documented by the description of that type's field in the SDL, which third parties read: a
 * second text beside it would only repeat the first, until one of them is wrong.
 */
const isResolverOfField = (path) => /\/resolvers\/[A-Z]\w*\/\w+\.ts$/.test(path);

/** A test says in its name what it is for. What tests share is code that others call. */
const isTest = (path) => /\.test\.tsx?$/.test(path) || /(?:^|\/)test\//.test(path);

/** Whether the functions that a file exports need a comment. */
export const isToBeDocumented = (path) => !isTest(path) && !isResolverOfField(path);

/** An arrow function may stand in `as`, `satisfies` and parentheses. */
function isFunction(node) {
  if (node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression') return true;
  return node?.expression !== undefined && node.type !== 'CallExpression' && isFunction(node.expression);
}

function functionsOf({ declaration }) {
  if (declaration.type === 'FunctionDeclaration') return [declaration.identifier.value];
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.filter(({ init }) => isFunction(init)).map(({ id }) => id.value);
}

/** Whether the text that stands before a declaration ends with a comment for it. */
const endsWithComment = (before) => /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(before);

/** The parser counts bytes, over all files that it has read; a statement in front shows where this one begins. */
const marker = ';\n';

/** The functions that a file exports without a TSDoc comment, by name. */
export function undocumentedFunctions(text, isJsx = false) {
  const source = marker + text;
  const { body } = parseSync(source, { syntax: 'typescript', tsx: isJsx, target: 'es2022' });
  const bytes = Buffer.from(source);
  const begin = body[0].span.start;
  const documented = new Set();
  const undocumented = new Set();
  for (const node of body.filter(({ type }) => type === 'ExportDeclaration')) {
    const hasComment = endsWithComment(bytes.subarray(0, node.span.start - begin).toString('utf8'));
    for (const name of functionsOf(node)) (hasComment ? documented : undocumented).add(name);
  }
  // Of overloads the first one speaks for all.
  return [...undocumented].filter((name) => !documented.has(name));
}
