import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from '@swc/core';
import { root } from './root.mjs';
import { filesBelow } from './stamp.mjs';

const isObject = (value) => typeof value === 'object' && value !== null;

/** Calls `visit` for every node of a syntax tree. */
function walk(node, visit) {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (isObject(node)) {
    if (typeof node.type === 'string') visit(node);
    for (const value of Object.values(node)) if (isObject(value)) walk(value, visit);
  }
}

const namesOf = (node) =>
  (node.specifiers ?? []).map((each) => (each.imported ?? each.local ?? each.orig)?.value ?? '*');

function importOf(node) {
  if (node.type === 'ImportDeclaration') return { specifier: node.source.value, names: namesOf(node) };
  if (node.type === 'ExportAllDeclaration') return { specifier: node.source.value, names: ['*'] };
  if (node.type === 'ExportNamedDeclaration')
    return node.source && { specifier: node.source.value, names: namesOf(node) };
  if (node.type !== 'CallExpression' || node.callee.type !== 'Import') return undefined;
  const [first] = node.arguments;
  return first?.expression.type === 'StringLiteral' ? { specifier: first.expression.value, names: ['*'] } : undefined;
}

const parse = (text, isJsx) => parseSync(text, { syntax: 'typescript', tsx: isJsx, target: 'es2022' });

/** What a file imports, static and dynamic, values and types: `{ specifier, names }`. */
export function importsOf(text, isJsx = false) {
  const found = [];
  walk(parse(text, isJsx), (node) => {
    const each = importOf(node);
    if (each) found.push(each);
  });
  return found;
}

/** The words of a file's code, comments apart: identifiers, the words of texts, and texts that are one word. */
export function wordsOf(text, isJsx = false) {
  const identifiers = new Set();
  const inTexts = new Set();
  const texts = new Set();
  walk(parse(text, isJsx), (node) => {
    if (node.type === 'Identifier') identifiers.add(node.value);
    if (node.type === 'StringLiteral') texts.add(node.value);
    if (node.type === 'StringLiteral') for (const word of node.value.split(/\W+/)) inTexts.add(word);
    if (node.type === 'TemplateElement') for (const word of node.raw.split(/\W+/)) inTexts.add(word);
  });
  return { identifiers, inTexts, texts };
}

/** The line on which a word stands first. */
export function lineOf(text, word) {
  const index = text.search(new RegExp(`(?<![\\w$])${word.replace(/[$/.*+?()[\]{}|^\\-]/g, '\\$&')}(?![\\w$])`));
  return index === -1 ? 1 : text.slice(0, index).split('\n').length;
}

/** The files below folders that match `wanted`, TypeScript unless given, as `{ path, text }` with paths from the root. */
export const readSources = (folders, wanted = /(?<!\.d)\.tsx?$/) =>
  folders
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((file) => wanted.test(file))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }));
