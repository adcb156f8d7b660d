import type { KnownAirport } from '@meridian/schema/contracts/intake';

/** Cities that were renamed in English, old name first. Sources keep using the old ones. */
const renamed: Readonly<Record<string, string>> = {
  bangalore: 'bengaluru',
  bombay: 'mumbai',
  calcutta: 'kolkata',
  madras: 'chennai',
  poona: 'pune',
  mysore: 'mysuru',
  mangalore: 'mangaluru',
  trivandrum: 'thiruvananthapuram',
  cochin: 'kochi',
  baroda: 'vadodara',
  gurgaon: 'gurugram',
  allahabad: 'prayagraj',
  vizag: 'visakhapatnam',
  peking: 'beijing',
  canton: 'guangzhou',
  saigon: 'ho chi minh city',
  rangoon: 'yangon',
  constantinople: 'istanbul',
  kiev: 'kyiv',
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const words = (text: string): string => ` ${plain(text)} `;

/** How well an airport's texts name the city: 3 its city, 2 the city's last words (`New Delhi`), 1 anywhere in names, 0 not at all. */
const closeness = (airport: KnownAirport, city: string): number => {
  const own = plain(airport.city.replace(/\s*[(/,].*$/, ''));
  if (own === city) return 3;
  if (own === `new ${city}`) return 2;
  const everywhere = [airport.city, airport.name, ...airport.keywords].map(words);
  return everywhere.some((text) => text.includes(` ${city} `)) ? 1 : 0;
};

const sizes = { large: 2, medium: 1, small: 0 } as const;

/**
 * The airport that a source means by a city's name: the country where the source sells first, then the closest name, scheduled flights, the
 * larger airport, and the code in the alphabet so that the answer never depends on the order of the import.
 *
 * @param homeCountry where the source is at home; cities of that name elsewhere come second
 */
export const airportOfCity = (
  airports: readonly KnownAirport[],
  name: string,
  homeCountry: string,
): KnownAirport | undefined => {
  const asked = plain(name.replaceAll('_', ' '));
  const city = renamed[asked] ?? asked;
  const scored = airports
    .map((airport) => ({ airport, closeness: Math.max(closeness(airport, city), closeness(airport, asked)) }))
    .filter((candidate) => candidate.closeness > 0 && asked !== '');
  const rank = ({ airport, closeness: near }: (typeof scored)[number]): number =>
    (airport.countryCode === homeCountry ? 100 : 0) +
    near * 10 +
    (airport.scheduledService ? 5 : 0) +
    sizes[airport.size];
  return scored.sort((a, b) => rank(b) - rank(a) || (a.airport.iata < b.airport.iata ? -1 : 1))[0]?.airport;
};
