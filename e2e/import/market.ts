import { type Api, at, listAt, type Node, textAt } from '../support/api.ts';
import { inDays } from '../support/inputs.ts';

const flightsDocument = /* GraphQL */ `
  query Flights($input: FlightSearchInput!) {
    searchFlights(input: $input) {
      edges {
        total { amount currency }
        node {
          id title
          segments { carrier { code name } departsAt arrivesAt }
          availability { remaining }
          priceInsight { observations comparableKey }
        }
      }
    }
  }`;

const staysDocument = /* GraphQL */ `
  query Stays($input: StaySearchInput!, $from: LocalDate!, $until: LocalDate!) {
    searchStays(input: $input) {
      edges {
        node {
          id title description area
          roomTypes { nights(from: $from, until: $until) { date price { amount currency } } }
          priceInsight { comparableKey }
        }
      }
    }
  }`;

const carsDocument = /* GraphQL */ `
  query Cars($input: CarSearchInput!) {
    searchCars(input: $input) {
      totalCount
      edges { node { id make model carClass dailyPrice { amount currency } availability { remaining } priceInsight { comparableKey } } }
    }
  }`;

const placesDocument = /* GraphQL */ `
  query Places {
    airport(code: "QQA") { city timeZone countryCode routes(first: 5) { edges { node { carrier { code } destination { code } } } } }
    airline(code: "Q9") { name }
  }`;

const historyDocument = /* GraphQL */ `
  query History($comparableKey: String!) {
    priceHistory(comparableKey: $comparableKey, days: 365) { observations points { lowest { amount currency } } }
  }`;

const nodesOf = (answer: Node, field: string): Node[] =>
  listAt(answer, field, 'edges').map((edge) => at(edge, 'node') as Node);

/** Looks at what was imported as anybody can: through the public contract. */
export const createLook = (api: Api) => ({
  places: () => api.read(placesDocument),
  /** The edge of the imported flight on a day. */
  async flight(date: string): Promise<Node> {
    const input = { origin: 'QQA', destination: 'QQB', date };
    const [edge] = listAt(await api.read(flightsDocument, { input }), 'searchFlights', 'edges');
    if (edge === undefined) throw new Error('The imported flight is not found.');
    return edge;
  },
  async stay(): Promise<Node> {
    const variables = { input: { place: 'QQA' }, from: inDays(0), until: inDays(16) };
    const [stay] = nodesOf(await api.read(staysDocument, variables), 'searchStays');
    if (stay === undefined) throw new Error('The imported stay is not found.');
    return stay;
  },
  async cars(): Promise<Readonly<{ totalCount: number; first: Node }>> {
    const answer = await api.read(carsDocument, { input: { place: 'QQA' } });
    const [first] = nodesOf(answer, 'searchCars');
    if (first === undefined) throw new Error('The imported car is not found.');
    return { totalCount: Number(at(answer, 'searchCars', 'totalCount')), first };
  },
  /** Null where nothing was seen under the key. */
  history: async (comparableKey: string): Promise<unknown> =>
    (await api.read(historyDocument, { comparableKey })).priceHistory,
});

/** The first day from tomorrow on that is such a day of the week: where a shift puts the first day of a data set. */
export function shiftedTo(weekday: number): string {
  const isIt = (days: number) => new Date(inDays(days)).getUTCDay() === weekday;
  return inDays([1, 2, 3, 4, 5, 6, 7].find(isIt) ?? 1);
}

/** How many listings have come into being today, as analytics has counted. */
export async function listingsCreated(admin: Api): Promise<number> {
  const document = `query ($from: LocalDate!, $to: LocalDate!) {
    eventCounts(from: $from, to: $to, topic: "listings") { type count } }`;
  const rows = listAt(await admin.read(document, { from: inDays(-1), to: inDays(1) }), 'eventCounts');
  return rows
    .filter((row) => textAt(row, 'type') === 'listing.created')
    .reduce((sum, row) => sum + Number(at(row, 'count')), 0);
}
