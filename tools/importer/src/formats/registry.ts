import { headerProblem } from '../csv/header.ts';
import { airbnbCalendar } from './airbnb-calendar.ts';
import { airbnbListings } from './airbnb-listings.ts';
import { cornellCars } from './cornell-cars.ts';
import { easemytrip } from './easemytrip.ts';
import { expedia } from './expedia.ts';
import { type Format, hasHeader } from './format.ts';
import { hotelDemand } from './hotel-demand.ts';
import { openflightsAirlines } from './openflights-airlines.ts';
import { openflightsRoutes } from './openflights-routes.ts';
import { ourairports } from './ourairports.ts';

/** All formats, in the order in which they are best imported. */
export const formats: readonly Format[] = [
  ourairports,
  openflightsAirlines,
  openflightsRoutes,
  expedia,
  easemytrip,
  airbnbListings,
  airbnbCalendar,
  hotelDemand,
  cornellCars,
];

/** The format by the name that the command line gives. Undefined for a name that no format has. */
export const findFormat = (name: string): Format | undefined => formats.find((format) => format.name === name);

/** The other format to which a header belongs, for a helpful refusal. */
export const formatOfHeader = (header: readonly string[]): string | undefined =>
  formats.find(({ header: rule }) => hasHeader(rule) && headerProblem(header, rule) === undefined)?.name;
