import { areaInSquareKm, type BoundingBox, isBoundingBox } from '@meridian/platform/values/geo';
import type { Problems } from '../../domain/problems.ts';
import type { SearchCandidates } from '../../ports/search-candidates.ts';

type Where = Readonly<{ place?: string; box?: BoundingBox }>;

/** About the area of Spain: more than a map on which single stays can still be told apart. */
const largestBoxInSquareKm = 500_000;

/** How many stays a search of a box may read: facets count over all of them, so each is read with its rooms, nights and stock. */
export const mostStaysInBox = 5_000;

/** Notes a search that says no place, a box that is none, and a box on its own that is too large. Within a place any box is small. */
export function checkBox(problems: Problems, { place, box }: Where): void {
  problems.require(place !== undefined || box !== undefined, 'input.place', 'Say where: a place, or a box on the map.');
  if (box === undefined) return;
  const isBox = isBoundingBox(box);
  problems.require(isBox, 'input.box', 'A box has a south below its north, within ±90° and ±180°.');
  if (!isBox || place !== undefined) return;
  const area = areaInSquareKm(box);
  problems.require(
    area <= largestBoxInSquareKm,
    'input.box',
    `The box is larger than ${largestBoxInSquareKm} km². Zoom in, or name a place.`,
  );
}

/** Notes a box on its own in which too many stays lie, before one of them is read. */
export async function countInBox(
  deps: Readonly<{ candidates: Pick<SearchCandidates, 'countStays'> }>,
  { place, box }: Where,
  problems: Problems,
): Promise<void> {
  if (box === undefined || place !== undefined) return;
  const count = await deps.candidates.countStays(box, mostStaysInBox + 1);
  problems.require(
    count <= mostStaysInBox,
    'input.box',
    `More than ${mostStaysInBox} stays lie in the box. Zoom in, or name a place.`,
  );
}
