import type { SqlDatabase, SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { type PaymentProvider, type ProviderRecord, ProviderTimeoutError } from '../../ports/payment-provider.ts';
import { cardOf } from './test-cards.ts';

type PaymentRow = Readonly<{
  state: 'AUTHORISED' | 'CAPTURED' | 'VOIDED' | 'DECLINED';
  token: string;
  amountMinor: number;
  refundedMinor: number;
  cardBrand: string;
  cardLast4: string;
  reason: string;
}>;

const select = `SELECT state, token, amount_minor AS "amountMinor", refunded_minor AS "refundedMinor",
  card_brand AS "cardBrand", card_last4 AS "cardLast4", reason FROM sandbox_payment WHERE payment_key = ?`;
const insert = `INSERT INTO sandbox_payment
  (payment_key, state, token, amount_minor, refunded_minor, currency, card_brand, card_last4, reason, times_captured)
  VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, 0)`;

const rowOf = async (sql: SqlExecutor, key: string): Promise<PaymentRow | undefined> =>
  (await sql.query<PaymentRow>(select, [key]))[0];

const toRecord = ({ state, reason, cardBrand, cardLast4 }: PaymentRow): ProviderRecord =>
  state === 'DECLINED' ? { state, reason } : { state, cardBrand, cardLast4 };

/** What happened at the provider, and whether its answer reaches the caller. */
type Happening = Readonly<{ ok: true; record: ProviderRecord; answerIsLost: boolean }>;

const heard = (row: PaymentRow): Happening => ({ ok: true, record: toRecord(row), answerIsLost: false });

async function mustFind(sql: SqlExecutor, key: string): Promise<PaymentRow> {
  const row = await rowOf(sql, key);
  if (!row) throw new Error(`The sandbox knows no payment ${key}.`);
  return row;
}

type Authorisation = Parameters<PaymentProvider['authorise']>[0];

async function authorise(sql: SqlTransaction, request: Authorisation): Promise<Happening> {
  const known = await rowOf(sql, request.key);
  // A mark that a void has left: the request came too late and reserves nothing.
  if (known) return heard(known);
  const card = cardOf(request.token);
  const state = card.behaviour === 'DECLINE' ? 'DECLINED' : 'AUTHORISED';
  await sql.execute(insert, [
    request.key,
    state,
    request.token,
    request.amountMinor,
    request.currency,
    card.brand,
    card.last4,
    card.reason ?? '',
  ]);
  return { ...heard(await mustFind(sql, request.key)), answerIsLost: card.behaviour === 'LOSE_ANSWER' };
}

async function capture(sql: SqlTransaction, key: string): Promise<Happening> {
  const row = await mustFind(sql, key);
  if (row.state !== 'AUTHORISED') return heard(row);
  const { behaviour } = cardOf(row.token);
  if (behaviour === 'DECLINE_CAPTURE') {
    await sql.execute(`UPDATE sandbox_payment SET state = 'DECLINED' WHERE payment_key = ? AND state = 'AUTHORISED'`, [
      key,
    ]);
  } else {
    await sql.execute(
      `UPDATE sandbox_payment SET state = 'CAPTURED', times_captured = times_captured + 1
       WHERE payment_key = ? AND state = 'AUTHORISED'`,
      [key],
    );
  }
  return { ...heard(await mustFind(sql, key)), answerIsLost: behaviour === 'LOSE_CAPTURE_ANSWER' };
}

async function giveBack(sql: SqlTransaction, key: string): Promise<Happening> {
  const known = await rowOf(sql, key);
  if (!known) await sql.execute(insert, [key, 'VOIDED', '', 0, '', '', '', 'not_received']);
  if (known?.state === 'AUTHORISED') {
    await sql.execute(`UPDATE sandbox_payment SET state = 'VOIDED' WHERE payment_key = ? AND state = 'AUTHORISED'`, [
      key,
    ]);
  }
  return heard(await mustFind(sql, key));
}

type RefundRequest = Parameters<PaymentProvider['refund']>[0];

async function refund(
  sql: SqlTransaction,
  request: RefundRequest,
): Promise<Readonly<{ ok: true; answerIsLost: boolean }>> {
  const known = await sql.query('SELECT refund_key FROM sandbox_refund WHERE refund_key = ?', [request.key]);
  if (known.length > 0) return { ok: true, answerIsLost: false };
  const affected = await sql.execute(
    `UPDATE sandbox_payment SET refunded_minor = refunded_minor + ?
     WHERE payment_key = ? AND state = 'CAPTURED' AND refunded_minor + ? <= amount_minor`,
    [request.amountMinor, request.paymentKey, request.amountMinor],
  );
  if (affected !== 1)
    throw new Error(`The sandbox cannot refund ${request.amountMinor} of payment ${request.paymentKey}.`);
  await sql.execute('INSERT INTO sandbox_refund (refund_key, payment_key, amount_minor) VALUES (?, ?, ?)', [
    request.key,
    request.paymentKey,
    request.amountMinor,
  ]);
  const { token } = await mustFind(sql, request.paymentKey);
  return { ok: true, answerIsLost: cardOf(token).behaviour === 'LOSE_REFUND_ANSWER' };
}

function deliver({ record, answerIsLost }: Happening): ProviderRecord {
  if (answerIsLost) throw new ProviderTimeoutError('The sandbox lost its answer on the way.');
  return record;
}

/**
 * A payment provider for trying things out: it keeps its books in a file of its own and survives our crashes as a real provider
 * does. Test tokens choose what happens, see `test-cards.ts`.
 */
export function createSandboxPayments(database: SqlDatabase): PaymentProvider {
  return {
    async authorise(request) {
      const { behaviour } = cardOf(request.token);
      if (behaviour === 'LOSE_REQUEST')
        throw new ProviderTimeoutError('The request to the sandbox was lost on the way.');
      return deliver(await database.transaction((sql) => authorise(sql, request)));
    },
    capture: async (key) => deliver(await database.transaction((sql) => capture(sql, key))),
    void: async (key) => deliver(await database.transaction((sql) => giveBack(sql, key))),
    async find(key) {
      const row = await rowOf(database, key);
      return row && toRecord(row);
    },
    async refund(request) {
      const { answerIsLost } = await database.transaction((sql) => refund(sql, request));
      if (answerIsLost) throw new ProviderTimeoutError('The sandbox lost its answer on the way.');
    },
    close: () => database.close(),
    [Symbol.asyncDispose]: () => database.close(),
  };
}
