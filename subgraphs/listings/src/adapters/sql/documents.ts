import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { ImageDocuments, ImageRecord } from '../../ports/image-documents.ts';
import type { ReviewDocuments } from '../../ports/review-store.ts';
import { replaceRows, selectIn } from './statements.ts';

/** Texts of reviews in the service's own database, written in the transaction of the handler. */
export const createSqlReviewDocuments = (database: SqlDatabase): ReviewDocuments => ({
  put: (transaction, texts) =>
    replaceRows(transaction, {
      table: 'review_documents',
      columns: ['review_id', 'author_name', 'title', 'body'],
      rows: [...texts].map(([id, { authorName, title, body }]) => [id, authorName, title, body]),
    }),
  async get(ids) {
    const rows = await selectIn<{ review_id: string; author_name: string | null; title: string | null; body: string }>(
      database,
      'SELECT review_id, author_name, title, body FROM review_documents WHERE review_id IN (…)',
      { values: ids },
    );
    return new Map(
      rows.map((row) => [row.review_id, { authorName: row.author_name, title: row.title, body: row.body }]),
    );
  },
});

/** Pictures of listings in the service's own database. */
export const createSqlImageDocuments = (database: SqlDatabase): ImageDocuments => ({
  put: (transaction, images) =>
    replaceRows(transaction, {
      table: 'image_documents',
      columns: ['listing_id', 'images'],
      rows: [...images].map(([listingId, list]) => [listingId, JSON.stringify(list)]),
    }),
  async get(listingIds) {
    const rows = await selectIn<{ listing_id: string; images: string }>(
      database,
      'SELECT listing_id, images FROM image_documents WHERE listing_id IN (…)',
      { values: listingIds },
    );
    return new Map(rows.map((row) => [row.listing_id, JSON.parse(row.images) as ImageRecord[]]));
  },
});
