type Room = Readonly<{ maxGuests: number; bedrooms: number | null; beds: number | null }>;

const counted = (count: number | null, one: string): string[] =>
  count === null || count === 0 ? [] : [`${count} ${count === 1 ? one : `${one}s`}`];

/** `up to 2 guests · 1 bedroom · 2 beds`; what the source does not tell is left out. */
export const roomInWords = ({ maxGuests, bedrooms, beds }: Room): string =>
  [
    `up to ${maxGuests === 1 ? '1 guest' : `${maxGuests} guests`}`,
    ...counted(bedrooms, 'bedroom'),
    ...counted(beds, 'bed'),
  ].join(' · ');
