import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** How four subgraphs can share what is bookable: as three entities, or as an interface that others see as one object. */
export type Shape = 'concrete entities' | 'interface object';

const kinds = ['Flight', 'Stay', 'Car'] as const;

const ownField = { Flight: 'carrier', Stay: 'rooms', Car: 'seats' } as const;

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@requires", "@external", "@interfaceObject"]
)`;

const key = '@key(fields: "id")';

/** What each of three subgraphs adds to the fourth one's types, and a root field that leads to them. */
const additions = {
  deals: {
    entry: `type Query { deals: [Deal] } type Deal ${key} { id: ID! score: Int listing: Listing }`,
    fields: 'deals: [Deal]',
  },
  bookings: {
    entry: `type Query { bookings: [Booking] } type Booking ${key} { id: ID! listing: Listing }`,
    fields: 'availability: Int bookings: [Booking] base: Int @external quoted: Int @requires(fields: "base")',
  },
  analytics: { entry: 'type Query { mostViewed: [Listing] }', fields: 'views: Int' },
} as const;

const owner = (interfaceKey: string): string => `${link}
  type Query { listing(id: ID!): Listing }
  interface Listing ${interfaceKey} { id: ID! title: String base: Int }
  ${kinds.map((kind) => `type ${kind} implements Listing ${key} { id: ID! title: String base: Int ${ownField[kind]}: Int }`).join('\n')}`;

const withoutDirectives = (fields: string): string => fields.replace(/ @\w+(?:\([^)]*\))?/g, '');

const repeated = (fields: string): string => `interface Listing { id: ID! ${withoutDirectives(fields)} }
  ${kinds.map((kind) => `type ${kind} implements Listing ${key} { id: ID! ${fields} }`).join('\n')}`;

const asObject = (fields: string): string => `type Listing ${key} @interfaceObject { id: ID! ${fields} }`;

/**
 * Composes a marketplace of four subgraphs. Both shapes have the same API schema, so that the same operations run on both.
 * @returns the supergraph's text
 */
export function composeMarketplace(shape: Shape): string {
  const isConcrete = shape === 'concrete entities';
  const others = Object.entries(additions).map(
    ([name, { entry, fields }]) =>
      [name, `${link} ${entry} ${isConcrete ? repeated(fields) : asObject(fields)}`] as const,
  );
  const subgraphs = [['listings', owner(isConcrete ? '' : key)] as const, ...others];
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** One field that needs another subgraph's field first. */
export const quoted = '{ deals { listing { ... on Flight { quoted } } } }';

/** What a page of deals and their neighbours asks: shared fields, a fragment per kind, and the next level. */
export function nestedKinds(levels: number): string {
  const perKind = kinds.map((kind) => `... on ${kind} { ${ownField[kind]} }`).join(' ');
  const level = (rest: number): string =>
    rest === 0 ? 'title views' : `title views availability ${perKind} deals { score listing { ${level(rest - 1)} } }`;
  return `{ deals { listing { ${level(levels)} } } }`;
}
