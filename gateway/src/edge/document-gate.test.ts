import { expect, test } from '@jest/globals';
import { anonymous } from '@meridian/platform/identity/principal';
import { createDocumentGate } from './document-gate.ts';
import { endpoints } from './endpoint.ts';
import { defaultLimits } from './operation-limits.ts';

const [endpoint] = endpoints('everyone');
if (!endpoint) throw new Error('There is no endpoint.');

const openGate = () => {
  const gate = createDocumentGate(defaultLimits);
  return (text: string) => gate.check(text, { endpoint, principal: anonymous }).document;
};

test('the same text is the same document, so that whatever was found out about it is found again', () => {
  const documentOf = openGate();
  expect(documentOf('{ a }')).toBeDefined();
  expect(documentOf('{ a }')).toBe(documentOf('{ a }'));
  expect(documentOf('{ a } ')).not.toBe(documentOf('{ a }'));
});

test('documents are kept, but not more of them than memory was set aside for', () => {
  const documentOf = openGate();
  const first = documentOf('{ a }');
  const padding = ' '.repeat(19_000);
  for (let number = 0; number < 60; number += 1) documentOf(`{ a${number} }${padding}`);
  expect(documentOf('{ a }')).not.toBe(first);
});

test('no text at all has a verdict, too', () => {
  expect(openGate()('')).toBeUndefined();
});
