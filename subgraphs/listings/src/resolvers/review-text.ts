import type { ReviewText } from '../ports/review-documents.ts';
import type { ListingsContext } from './context.ts';
import type { ReviewParent } from './parents.ts';

/** What the guest wrote: the document, or the text that waits for it to be written. */
export async function textOf({ id, pendingText }: ReviewParent, { loaders }: ListingsContext): Promise<ReviewText> {
  const text = pendingText ?? (await loaders.reviewText.load(id));
  if (!text) throw new Error(`The text of review ${id} is missing.`);
  return text;
}
