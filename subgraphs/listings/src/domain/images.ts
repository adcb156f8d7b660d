import { createHash } from 'node:crypto';
import type { Flight, Listing } from './listing.ts';

/** A picture of a listing. The seed draws it; `alt` says what it shows; width and height are in pixels. */
export type ListingImage = Readonly<{ id: string; seed: string; alt: string; width: number; height: number }>;

/** Every picture is drawn in this size. */
const size = { width: 960, height: 640 } as const;

/** A picture per seed. Ids are made of listing and seed, so that writing them again changes nothing. */
export const imagesOf = (listing: Pick<Listing, 'id' | 'title'>, seeds: readonly string[]): ListingImage[] =>
  seeds.map((seed, index) => ({
    id: `img_${createHash('sha256').update(`${listing.id}|${seed}`).digest('hex').slice(0, 22)}`,
    seed,
    alt: seeds.length === 1 ? listing.title : `${listing.title}, picture ${index + 1} of ${seeds.length}`,
    ...size,
  }));

/** The pictures of a flight show where it goes, where it leaves, and the way: equal for every flight of a route, so caches hold few. */
const flightImagesOf = (flight: Pick<Flight, 'id' | 'title' | 'origin' | 'destination'>): ListingImage[] =>
  imagesOf(flight, [`to:${flight.destination}`, `from:${flight.origin}`, `way:${flight.origin}-${flight.destination}`]);

/**
 * The pictures that a listing is shown with: those that are stored of it. A market has thousands of flights, whose pictures follow
 * from the route: none are stored.
 */
export const shownImages = (listing: Listing, stored: readonly ListingImage[]): readonly ListingImage[] =>
  stored.length === 0 && listing.kind === 'FLIGHT' ? flightImagesOf(listing) : stored;
