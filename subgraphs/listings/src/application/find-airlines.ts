import { fold } from '../domain/folded-text.ts';
import type { Page } from '../ports/page.ts';
import type { AirlinePlace, ListedAirline, ReferenceData } from '../ports/reference-data.ts';

/** Which airlines. `first` is between 1 and 100; `after` is the last one of the page before. */
export type FindAirlinesRequest = Readonly<{
  search?: string | undefined;
  first: number;
  after?: AirlinePlace | undefined;
}>;

/** No name is longer; what comes behind is not looked at. */
const longestSearch = 100;

/** Airlines whose name begins with a text or whose code it is, those that fly first, by name. All of them without a text. */
export const createFindAirlines =
  ({ reference }: Readonly<{ reference: Pick<ReferenceData, 'airlinesByName'> }>) =>
  ({ search = '', ...page }: FindAirlinesRequest): Promise<Page<ListedAirline>> =>
    reference.airlinesByName({ ...page, prefix: fold(search.slice(0, longestSearch)) });
