import { counted } from '@meridian/ui/formats/counted';

type Room = Readonly<{ maxGuests: number; bedrooms: number | null; beds: number | null }>;

const unlessNone = (count: number | null, one: string): string[] => (count ? [counted(count, one)] : []);

/** `up to 2 guests · 1 bedroom · 2 beds`; what the source does not tell is left out. */
export const roomInWords = ({ maxGuests, bedrooms, beds }: Room): string =>
  [`up to ${counted(maxGuests, 'guest')}`, ...unlessNone(bedrooms, 'bedroom'), ...unlessNone(beds, 'bed')].join(' · ');
