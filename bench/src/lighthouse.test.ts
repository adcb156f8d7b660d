import { expect, test } from '@jest/globals';
import { figuresOf, type Report } from './lighthouse.ts';

const report = {
  categories: { performance: { score: 0.97 }, accessibility: { score: 1 }, 'best-practices': { score: 0 } },
  audits: {
    'first-contentful-paint': { numericValue: 900.4 },
    'largest-contentful-paint': { numericValue: 1_200.6 },
    'total-blocking-time': { numericValue: 0 },
    'cumulative-layout-shift': { numericValue: 0.00049 },
    'network-requests': {
      details: {
        items: [
          { resourceType: 'Script', transferSize: 150_000 },
          { resourceType: 'Script', transferSize: 99_600 },
          { resourceType: 'Image', transferSize: 1_000_000 },
        ],
      },
    },
  },
} satisfies Report;

test('a report is read as it stands, noughts included', () => {
  expect(figuresOf(report)).toEqual({
    performance: 97,
    accessibility: 100,
    bestPractices: 0,
    firstContentInMs: 900,
    largestContentInMs: 1_201,
    blockingInMs: 0,
    layoutShift: 0,
    scriptsInKilobytes: 250,
  });
});

test('an audit that failed is no figure: it is named, with its reason', () => {
  const failed = { ...report.audits, 'largest-contentful-paint': { errorMessage: 'NO_LCP' } };
  expect(() => figuresOf({ ...report, audits: failed })).toThrow(/largest-contentful-paint.*NO_LCP/);
  const unscored = { ...report.categories, performance: { score: null } };
  expect(() => figuresOf({ ...report, categories: unscored })).toThrow(/performance/);
  const { 'network-requests': _gone, ...fewer } = report.audits;
  expect(() => figuresOf({ ...report, audits: fewer })).toThrow(/network-requests/);
});

test('a page that was not judged at all says why', () => {
  const runtimeError = { code: 'NO_FCP', message: 'The page did not paint any content.' };
  const unscored = { ...report.categories, performance: { score: null } };
  expect(() => figuresOf({ ...report, categories: unscored, runtimeError })).toThrow(/did not paint any content/);
});
