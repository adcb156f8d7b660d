/** What each kind has of its own, in the real schema. */
const ownField = { Flight: 'stops', Stay: 'stayType', Car: 'seats' } as const;
const kinds = Object.keys(ownField) as readonly (keyof typeof ownField)[];

/** Fields of listings, analytics, bookings and deals, all on one listing. */
const everybodys = 'title views conversion availability { remaining } priceInsight { verdict }';

/** What a page on a deal and its neighbours asks: shared fields, a fragment per kind, and the next level. */
export function nestedNeighbours(levels: number): string {
  const perKind = kinds.map((kind) => `... on ${kind} { ${ownField[kind]} }`).join(' ');
  const level = (rest: number): string =>
    rest === 0 ? everybodys : `${everybodys} ${perKind} deals { score listing { ${level(rest - 1)} } }`;
  return `{ deal(id: "deal_1") { listing { ${level(levels)} } } }`;
}

/** The next level once within each kind: the text grows by a line per level, what it means by a factor of three. */
export function nestedInEachKind(levels: number): string {
  const fragment = (level: number): string => {
    const next = level + 1 < levels ? `deals { score listing { ...L${level + 1} } }` : '';
    const perKind = kinds.map((kind) => `... on ${kind} { ${ownField[kind]} ${everybodys} ${next} }`).join(' ');
    return `fragment L${level} on Listing { id ${perKind} }`;
  };
  const fragments = Array.from({ length: levels }, (_, level) => fragment(level)).join(' ');
  return `{ deal(id: "deal_1") { listing { ...L0 } } } ${fragments}`;
}

/** One reference under as many names as are allowed, each with everything that four subgraphs know. */
export function manyNames(count: number): string {
  const perKind = kinds.map((kind) => `... on ${kind} { ${ownField[kind]} }`).join(' ');
  const names = Array.from({ length: count }, (_, index) => `a${index}: listing { ${everybodys} ${perKind} }`).join(
    ' ',
  );
  return `{ deals { edges { node { ${names} } } } }`;
}

/** A reference that several subgraphs lead to, through lists of each. */
export const throughEverybody = `{
  me {
    watches { edges { node { listing { ...L } } } }
    bookings { edges { node { items { listing { ...L } } } } }
    alerts { edges { node { listing { ...L } watch { listing { ...L } } } } }
  }
  deals { edges { node { listing { ...L deals { listing { ...L } } } } } }
}
fragment L on Listing { id ${everybodys} ${kinds.map((kind) => `... on ${kind} { ${ownField[kind]} }`).join(' ')} }`;
