import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { saveFile } from './save-file.ts';

/** The links that were pressed. */
let pressed: { href: string; download: string }[];

beforeEach(() => {
  pressed = [];
  // What reads the file waits for nothing but its own steps.
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  const createElement = () => {
    const link = { href: '', download: '', click: () => void pressed.push(link) };
    return link;
  };
  Object.assign(globalThis, { document: { createElement } });
});

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'document');
});

test('a file is still there when the browser reads it after the press, and is let go in the end', async () => {
  saveFile({ name: 'MER-1.ics', type: 'text/calendar', text: 'BEGIN:VCALENDAR' });
  const [{ href = '', download } = {}] = pressed;
  expect(download).toBe('MER-1.ics');
  jest.advanceTimersByTime(30_000);
  const file = await fetch(href);
  expect([file.headers.get('Content-Type'), await file.text()]).toEqual(['text/calendar', 'BEGIN:VCALENDAR']);
  jest.advanceTimersByTime(30_000);
  await expect(fetch(href)).rejects.toThrow('fetch failed');
});
