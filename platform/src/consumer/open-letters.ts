import type { ForeignRecord, Letter, LetterEntry } from './letter-entry.ts';

type Listed = Letter | ForeignRecord;

/** The letters of one partition that were not put back, by what was taken of it so far. They are not kept, only where they lie. */
export interface OpenLetters {
  /** Takes the partition's next entry. */
  take(offset: number, entry: LetterEntry): void;
  /** Leaves out what lies before an offset: it is gone from the log. */
  forget(before: number): void;
  isOpen(offset: number): boolean;
  /** Where they lie, and when each was given up, in epoch milliseconds. */
  all(): readonly Readonly<{ offset: number; failedAt: number }>[];
}

/**
 * Begins with none. A crash between a dead letter and the commit of its offset writes the letter again: the first one stands for all,
 * and what puts any of them back puts back all.
 */
export function createOpenLetters(): OpenLetters {
  /** The event that each letter is about. */
  const origins = new Map<number, string>();
  /** The first letter of each event that was not put back. */
  const first = new Map<string, Readonly<{ offset: number; failedAt: number }>>();
  const close = (offset: number) => {
    first.delete(origins.get(offset) ?? '');
    origins.delete(offset);
  };
  return {
    take(offset, entry) {
      if (entry.kind === 'replayed') return close(entry.offset);
      const origin = originOf(offset, entry);
      origins.set(offset, origin);
      if (!first.has(origin)) first.set(origin, { offset, failedAt: instantOf(entry) });
    },
    forget(before) {
      // They were taken in the order of their offsets, which is the order of a map.
      for (const offset of origins.keys()) {
        if (offset >= before) return;
        if (first.get(origins.get(offset) ?? '')?.offset === offset) close(offset);
        else origins.delete(offset);
      }
    },
    isOpen: (offset) => first.get(origins.get(offset) ?? '')?.offset === offset,
    all: () => [...first.values()],
  };
}

/** What a letter is about. A foreign record is about itself. */
const originOf = (offset: number, entry: Listed): string =>
  entry.kind === 'letter' ? `${entry.group} ${entry.origin.partition} ${entry.origin.offset}` : `foreign ${offset}`;

const instantOf = (entry: Listed): number => (entry.kind === 'letter' ? entry.failedAt : entry.record.appendedAt);
