import type { Problem } from '@meridian/platform/values/problems';
import { kindOf, type ListingKind } from './listing.ts';

/** At most this many in one request. */
const trackedBatchLimit = 50;

/** What a client says that a visitor did; which fields belong to it depends on its kind. */
export type TrackedInput = Readonly<{
  kind: 'PAGE_VIEW' | 'CLICK' | 'LISTING_VIEW';
  page?: string | null | undefined;
  element?: string | null | undefined;
  listingId?: string | null | undefined;
  referrer?: string | null | undefined;
}>;

/** What a visitor did, cleaned: nothing that a person has typed is in it. */
export type TrackedEvent =
  | Readonly<{ kind: 'PAGE_VIEW'; page: string; referrer: string | null }>
  | Readonly<{ kind: 'CLICK'; page: string; element: string; listingId: string | null }>
  | Readonly<{ kind: 'LISTING_VIEW'; listingId: string; listingKind: ListingKind }>;

const pathPattern = /^\/[\w./~-]{0,199}$/;
const elementPattern = /^[A-Za-z][\w.:-]{0,79}$/;
const visitPattern = /^[\w-]{8,64}$/;

/** What stands behind `?` or `#` may be what a person typed, and an address may stand in a path: neither is kept. */
function pathOf(page: string): string | undefined {
  const path = page.slice(0, 2000).replace(/[?#].*$/s, '');
  return pathPattern.test(path) ? path : undefined;
}

/** Only the origin: where else a person has been is no business of ours. */
function originOf(referrer: string): string | undefined {
  if (referrer.length > 2000 || !URL.canParse(referrer)) return undefined;
  const { protocol, origin } = new URL(referrer);
  return protocol === 'http:' || protocol === 'https:' ? origin : undefined;
}

type Reading<Value> = Readonly<{ value?: Value; problem?: string }>;

const readPage = (input: TrackedInput): Reading<string> => {
  const value = pathOf(input.page ?? '');
  return value ? { value } : { problem: 'A page is a path of letters, digits, . _ ~ - and /, for example /stays.' };
};
const readElement = (input: TrackedInput): Reading<string> =>
  elementPattern.test(input.element ?? '')
    ? { value: input.element ?? '' }
    : { problem: 'An element is a name of letters, digits, . _ : and -, for example search.submit.' };
const readListing = (input: TrackedInput): Reading<string> =>
  kindOf(input.listingId ?? '')
    ? { value: input.listingId ?? '' }
    : { problem: 'A listing has an id that begins with flt_, sty_ or car_.' };
const readReferrer = ({ referrer }: TrackedInput): Reading<string | null> => {
  if (!referrer) return { value: null };
  const value = originOf(referrer);
  return value ? { value } : { problem: 'A referrer is an address that begins with http:// or https://.' };
};

type Parts = Readonly<Record<string, Reading<string | null>>>;

const partsOf = (input: TrackedInput): Parts => {
  switch (input.kind) {
    case 'PAGE_VIEW':
      return { page: readPage(input), referrer: readReferrer(input) };
    case 'CLICK':
      return {
        page: readPage(input),
        element: readElement(input),
        listingId: input.listingId ? readListing(input) : { value: null },
      };
    case 'LISTING_VIEW':
      return { listingId: readListing(input) };
  }
};

function toEvent(input: TrackedInput, parts: Parts): TrackedEvent {
  const text = (name: string): string => parts[name]?.value ?? '';
  const listingId = parts.listingId?.value ?? null;
  switch (input.kind) {
    case 'PAGE_VIEW':
      return { kind: 'PAGE_VIEW', page: text('page'), referrer: parts.referrer?.value ?? null };
    case 'CLICK':
      return { kind: 'CLICK', page: text('page'), element: text('element'), listingId };
    case 'LISTING_VIEW':
      return { kind: 'LISTING_VIEW', listingId: text('listingId'), listingKind: kindOf(text('listingId')) ?? 'STAY' };
  }
}

/** What a client says in one request, with a random id of the visit. */
export type TrackedBatch = Readonly<{ visitId?: string | null | undefined; events: readonly TrackedInput[] }>;

function batchProblems(batch: TrackedBatch): Problem[] {
  const problems: Problem[] = [];
  if (batch.visitId && !visitPattern.test(batch.visitId)) {
    const message = 'A visit has a random id of 8 to 64 letters, digits, - and _.';
    problems.push({ path: ['input', 'visitId'], message });
  }
  if (batch.events.length === 0 || batch.events.length > trackedBatchLimit) {
    problems.push({ path: ['input', 'events'], message: `Send 1 to ${trackedBatchLimit} events at once.` });
  }
  return problems;
}

/** Cleans a batch, or lists every problem in it. Nothing is looked at in a batch that is too long. */
export function readTrackedBatch(batch: TrackedBatch): Readonly<{ events: TrackedEvent[]; problems: Problem[] }> {
  const problems = batchProblems(batch);
  const events: TrackedEvent[] = [];
  batch.events.slice(0, trackedBatchLimit).forEach((input, index) => {
    const parts = partsOf(input);
    const found = Object.entries(parts).flatMap(([field, { problem }]): Problem[] =>
      problem ? [{ path: ['input', 'events', String(index), field], message: problem }] : [],
    );
    problems.push(...found);
    if (found.length === 0) events.push(toEvent(input, parts));
  });
  return { events, problems };
}
