import { expect, test } from '@jest/globals';
import { draftOf, forgetDraft, keepDraft } from './travelers-draft.ts';

/** The storage of one tab. */
function openTab(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}

const names = { '0.givenName': 'Ada', '0.familyName': 'Lovelace' };
const ada = { owner: 'usr_ada', offers: ['off_1', 'off_2'] };

test('what was typed for some offers is there again, for them alone', () => {
  const tab = openTab();
  keepDraft(ada, names, tab);
  expect(draftOf(ada, tab)).toEqual(names);
  expect(draftOf({ ...ada, offers: ['off_3'] }, tab)).toEqual({});
  forgetDraft(tab);
  expect([draftOf(ada, tab), tab.length]).toEqual([{}, 0]);
});

test('another account sees nothing of it, and it is gone for good', () => {
  const tab = openTab();
  keepDraft(ada, names, tab);
  expect(draftOf({ ...ada, owner: 'usr_eve' }, tab)).toEqual({});
  expect(tab.length).toBe(0);
});
