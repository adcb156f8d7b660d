import { bookingCancelled, bookingConfirmed } from '@meridian/schema/events/bookings';
import type { EventType } from '@meridian/schema/events/define-event';
import { topics } from '@meridian/schema/events/registry';
import { listingViewed } from '@meridian/schema/events/tracking';
import { userCreated, userDeleted, userUpdated } from '@meridian/schema/events/users';
import { countCancellation, countConfirmation, countView } from '../domain/contributions.ts';
import type { EventReader, Meaning } from '../ports/event-reader.ts';
import type { VendorProfile } from '../ports/vendor-profiles.ts';

/** The consumer group of this service. */
export const consumerGroup = 'analytics';

/** This service consumes every topic. */
export const consumedTopics: readonly string[] = topics.map(({ name }) => name);

/** Reads the data of one version of a type. Throws on data that the type's schema refuses. */
type Reader = (data: unknown, time: string) => Meaning;

const reader = <Data>(event: EventType<Data>, read: (data: Data, time: string) => Meaning): [string, Reader] => [
  `${event.type}/${event.version}`,
  (data, time) => read(event.schema.parse(data), time),
];

const toVendor = ({ userId, publicProfileId }: VendorProfile): Meaning => ({ vendor: { userId, publicProfileId } });

/**
 * The versions that this release reads. Every other type is counted and kept without a look at its data: nothing here rests on
 * it, and checking thousands of listings' whole states would cost more than the counting.
 */
const readers: ReadonlyMap<string, Reader> = new Map([
  reader(bookingConfirmed, (booking, time) => ({ contributions: countConfirmation(booking, time) })),
  reader(bookingCancelled, (booking, time) => ({ contributions: countCancellation(booking, time) })),
  reader(listingViewed, ({ listingId }) => ({ contributions: [countView(listingId)] })),
  reader(userCreated, toVendor),
  reader(userUpdated, toVendor),
  reader(userDeleted, ({ userId }) => ({ forgottenUserId: userId })),
]);

const typeOf = (dataschema: string): string => dataschema.slice(0, dataschema.lastIndexOf('/'));
const readTypes: ReadonlySet<string> = new Set([...readers.keys()].map(typeOf));

/** What this release reads, and how. */
export const eventReader: EventReader = {
  isUnreadable: (dataschema) => readTypes.has(typeOf(dataschema)) && !readers.has(dataschema),
  meaningOf: ({ dataschema, data, time }) => readers.get(dataschema)?.(data, time) ?? {},
};
