/** An error of an answer, as HTTP carries it. */
export type AnswerError = Readonly<{
  message: string;
  path?: readonly (string | number)[];
  extensions?: Readonly<Record<string, unknown>>;
}>;

/** Whatever the server answered, errors and all. */
export type Answer = Readonly<{
  status: number;
  data: Readonly<Record<string, unknown>> | null;
  errors: readonly AnswerError[];
}>;

/** Speaks to one GraphQL endpoint over HTTP, as one caller or as nobody. */
export type Api = Readonly<{
  /** Runs an operation and answers whatever came. Throws only when no GraphQL came back. */
  ask(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Runs an operation that must succeed. @throws Error with the messages when the answer carries errors */
  read(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Node>;
}>;

/** An object of an answer. */
export type Node = Readonly<Record<string, unknown>>;

/** Errors other than refusals to show a field: a null which some other caller, or some other object, does not have. */
export const faultsOf = ({ errors }: Answer): readonly AnswerError[] =>
  errors.filter(({ extensions }) => !['UNAUTHENTICATED', 'FORBIDDEN'].includes(String(extensions?.code)));

/** @param url the endpoint; @param accessToken none for an anonymous caller */
export function createApi(url: string, accessToken?: string): Api {
  const ask: Api['ask'] = async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<Answer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  };
  return {
    ask,
    async read(document, variables) {
      const { data, errors } = await ask(document, variables);
      if (errors.length > 0) throw new Error(errors.map((error) => JSON.stringify(error)).join('\n'));
      if (data === null) throw new Error('The server answered without data.');
      return data;
    },
  };
}

/** The value at a path of an answer. @throws Error naming the path where it ends early */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key, index) => {
    const found = typeof inner === 'object' && inner !== null ? (inner as Node)[key] : undefined;
    if (found === undefined || found === null) {
      throw new Error(`There is nothing at ${path.slice(0, index + 1).join('.')} of ${JSON.stringify(value)}`);
    }
    return found;
  }, value);
}

/** A text at a path of an answer. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found !== 'string') throw new Error(`${path.join('.')} is no text: ${JSON.stringify(found)}`);
  return found;
}

/** A list at a path of an answer. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly Node[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new Error(`${path.join('.')} is no list: ${JSON.stringify(found)}`);
  return found as Node[];
}
