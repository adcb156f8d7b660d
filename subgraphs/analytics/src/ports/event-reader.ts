import type { Contribution } from '../domain/rollup.ts';
import type { VendorProfile } from './vendor-profiles.ts';

/** What an event means here, besides that it is counted. */
export type Meaning = Readonly<{
  contributions?: readonly Contribution[];
  vendor?: VendorProfile;
  forgottenUserId?: string;
}>;

/** Knows the versions of events that this release reads. */
export interface EventReader {
  /** Whether this release must read an event's data to count it right, and cannot. */
  isUnreadable(dataschema: string): boolean;
  /** What an event means. Throws on data that its schema refuses. */
  meaningOf(event: Readonly<{ dataschema: string; data: unknown; time: string }>): Meaning;
}
