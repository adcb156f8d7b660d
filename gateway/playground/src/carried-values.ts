import { Kind, type OperationDefinitionNode, parse, visit } from 'graphql';

/** By the name of a variable: where an answer has its value for the examples after it. */
const places: Readonly<Record<string, readonly (string | number)[]>> = {
  offer: ['searchFlights', 'edges', 0, 'node', 'offer', 'token'],
  listingId: ['searchFlights', 'edges', 0, 'node', 'id'],
  bookingId: ['holdBooking', 'id'],
  cancellationQuoteId: ['quoteCancellation', 'id'],
};

/** The variable that makes a write safe to repeat; each press of the button is a write of its own. */
const keyVariable = 'idempotencyKey';

type Variables = Readonly<Record<string, unknown>>;

/** Carries values from one example's answer to another's variables, so that a visitor presses play from tab to tab. */
export interface CarriedValues {
  /** Keeps what an answer has for later examples. */
  remember(data: unknown): void;
  /** Fills the variables that an operation needs and that were not given. What was given stays. */
  fill(query: string, given: Variables): Variables;
}

const valueAt = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Variables)[key] : undefined),
    data,
  );

/** The variables without which an operation cannot run. An editor's half-written text needs none. */
function neededBy(query: string): string[] {
  const needed: string[] = [];
  const read = ({ variableDefinitions = [] }: OperationDefinitionNode) => {
    for (const { variable, type, defaultValue } of variableDefinitions)
      if (type.kind === Kind.NON_NULL_TYPE && !defaultValue) needed.push(variable.name.value);
  };
  try {
    visit(parse(query), { [Kind.OPERATION_DEFINITION]: read });
  } catch {
    return [];
  }
  return needed;
}

/** @param nextKey makes an idempotency key that was never used */
export function createCarriedValues(nextKey: () => string): CarriedValues {
  const values = new Map<string, unknown>();
  const valueFor = (name: string): unknown => (name === keyVariable ? nextKey() : values.get(name));
  return {
    remember(data) {
      for (const [name, path] of Object.entries(places)) {
        const value = valueAt(data, path);
        if (value !== undefined && value !== null) values.set(name, value);
      }
    },
    fill(query, given) {
      const missing = neededBy(query).filter((name) => given[name] === undefined || given[name] === null);
      const filled = missing.map((name) => [name, valueFor(name)] as const).filter(([, value]) => value !== undefined);
      return { ...given, ...Object.fromEntries(filled) };
    },
  };
}
