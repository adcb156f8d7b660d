import type { PictureFragment } from '../../generated/features/listing/listing.ts';

/** Begins to fetch the picture that a page will show first, while the code that draws it is still on its way. */
export function fetchPicture(picture: Pick<PictureFragment, 'url'> | undefined): void {
  if (picture === undefined) return;
  const image = new Image();
  image.fetchPriority = 'high';
  image.src = picture.url;
}
