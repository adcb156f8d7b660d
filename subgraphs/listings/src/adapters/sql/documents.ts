import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import type { ListingImage } from '../../domain/images.ts';
import type { ImageDocuments } from '../../ports/image-documents.ts';
import type { ReviewDocuments } from '../../ports/review-documents.ts';
import { replaceRows } from './statements.ts';

/** Texts of reviews in the service's own database: in a transaction when one is given. */
export const createSqlReviewDocuments = (executor: SqlExecutor): ReviewDocuments => ({
  put: (texts) =>
    replaceRows(executor, {
      table: 'review_documents',
      columns: ['review_id', 'author_name', 'title', 'body'],
      rows: [...texts].map(([id, { authorName, title, body }]) => [id, authorName, title, body]),
    }),
  async get(ids) {
    const rows = await selectIn<{ review_id: string; author_name: string | null; title: string | null; body: string }>(
      executor,
      'SELECT review_id, author_name, title, body FROM review_documents WHERE review_id IN (…)',
      { values: ids },
    );
    return new Map(
      rows.map((row) => [row.review_id, { authorName: row.author_name, title: row.title, body: row.body }]),
    );
  },
});

/** Pictures of listings in the service's own database: in a transaction when one is given. */
export const createSqlImageDocuments = (executor: SqlExecutor): ImageDocuments => ({
  put: (images) =>
    replaceRows(executor, {
      table: 'image_documents',
      columns: ['listing_id', 'images'],
      rows: [...images].map(([listingId, list]) => [listingId, JSON.stringify(list)]),
    }),
  async get(listingIds) {
    const rows = await selectIn<{ listing_id: string; images: string }>(
      executor,
      'SELECT listing_id, images FROM image_documents WHERE listing_id IN (…)',
      { values: listingIds },
    );
    return new Map(rows.map((row) => [row.listing_id, JSON.parse(row.images) as ListingImage[]]));
  },
});
