import type { Cursors } from '@meridian/platform/identity/cursor';
import { badInput, pageSize, type RowPlace } from '@meridian/platform/subgraph/pages';
import type { Listing, ListingKind } from '../domain/listing.ts';
import { openList } from './list-page.ts';

type Args = Readonly<{
  kind?: ListingKind | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

const longestSearch = 100;
const placeIn = ({ createdAt, id }: Listing): RowPlace => ({ position: createdAt, id });

/** A search as the store takes it: nothing for an empty one. @throws GraphQLError with `BAD_USER_INPUT` when it is too long */
function textIn({ search }: Args): string | undefined {
  if (search && search.length > longestSearch) throw badInput(`\`search\` has at most ${longestSearch} characters.`);
  return search?.trim() || undefined;
}

/** A list of whole listings by what its field was asked with; `of` is what else decides what is in it. */
export function openListingList(
  cursors: Cursors,
  name: string,
  args: Args & Readonly<{ userId?: string | undefined }>,
) {
  const wanted = { kind: args.kind ?? undefined, text: textIn(args) };
  const list = openList(cursors, { name, of: { ...wanted, userId: args.userId } });
  const after = list.placeOf(args.after);
  return {
    request: { ...wanted, first: pageSize(args.first), after: after && { createdAt: after.position, id: after.id } },
    toConnection: (page: Parameters<typeof list.toConnection<Listing>>[0]) =>
      list.toConnection(page, { after, placeIn }),
  };
}
