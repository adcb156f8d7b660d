import { picturePathOf } from '../domain/picture-path.ts';
import type { ImageResolvers } from '../generated/resolvers-types.ts';

/** A picture of a listing. */
export const Image: ImageResolvers = {
  id: ({ image }) => image.id,
  url: ({ image, kind }) => picturePathOf(kind, image.seed),
  alt: ({ image }) => image.alt,
  width: ({ image }) => image.width,
  height: ({ image }) => image.height,
};
