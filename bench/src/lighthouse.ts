import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findChromium } from '../../scripts/lib/chromium.mjs';

/** A page, and what it is called in the results. */
export type AuditedPage = Readonly<{ name: string; url: string }>;

/** What Lighthouse says of one load of a page. Scores are from 0 to 100. */
export type Figures = Readonly<{
  performance: number;
  accessibility: number;
  bestPractices: number;
  firstContentInMs: number;
  largestContentInMs: number;
  blockingInMs: number;
  layoutShift: number;
  /** As they were transferred, compressed. */
  scriptsInKilobytes: number;
}>;

/** The last one that runs on Node 20. It is no dependency: npm fetches it for this benchmark, and keeps it. */
const lighthouse = 'lighthouse@12.8.2';

const browserFlags =
  '--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking';

const largestReportInBytes = 64 * 1024 * 1024;

type Request = Readonly<{ resourceType?: string; transferSize?: number }>;
type Audit = Readonly<{
  numericValue?: number;
  /** Why it could not be done. */
  errorMessage?: string;
  details?: Readonly<{ items?: readonly Request[] }>;
}>;

/** What is read of Lighthouse's report. */
export type Report = Readonly<{
  /** Why the page could not be judged as a whole. */
  runtimeError?: Readonly<{ code: string; message: string }>;
  categories: Readonly<Record<string, Readonly<{ score: number | null }>>>;
  audits: Readonly<Record<string, Audit>>;
}>;

/** How to read a report. What it lacks is no figure: a nought or a gap would end up in a median. */
function createReader({ categories, audits, runtimeError }: Report) {
  const read = <Value>(name: string, value: Value | null | undefined): Value => {
    if (value !== null && value !== undefined) return value;
    const reason = runtimeError?.message ?? audits[name]?.errorMessage ?? 'It gives no reason.';
    throw new Error(`Lighthouse has no ${name} of this page. ${reason}`);
  };
  return {
    score: (name: string) => Math.round(read(name, categories[name]?.score) * 100),
    value: (name: string) => read(name, audits[name]?.numericValue),
    requests: () => read('network-requests', audits['network-requests']?.details?.items),
  };
}

/** The figures in a report. @throws Error with the name of what could not be measured, and why */
export function figuresOf(report: Report): Figures {
  const { score, value, requests } = createReader(report);
  const scripts = requests().filter(({ resourceType }) => resourceType === 'Script');
  const bytes = scripts.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    firstContentInMs: Math.round(value('first-contentful-paint')),
    largestContentInMs: Math.round(value('largest-contentful-paint')),
    blockingInMs: Math.round(value('total-blocking-time')),
    layoutShift: Number(value('cumulative-layout-shift').toFixed(3)),
    scriptsInKilobytes: Math.round(bytes / 1000),
  };
}

/** Loads a page once in a browser of its own, as a phone on a slow network would. @throws Error when there is no browser */
export async function runLighthouse({ url }: AuditedPage): Promise<Figures> {
  const browser = findChromium();
  if (browser === undefined) throw new Error('Install Chromium, or name it in CHROMIUM.');
  const options = ['--quiet', '--output=json', '--output-path=stdout', `--chrome-flags=${browserFlags}`];
  const categories = '--only-categories=performance,accessibility,best-practices';
  const { stdout } = await promisify(execFile)('npx', ['--yes', lighthouse, url, ...options, categories], {
    env: { ...process.env, CHROME_PATH: browser },
    maxBuffer: largestReportInBytes,
  });
  return figuresOf(JSON.parse(stdout));
}
