/**
 * Reads the files of a Meridian that was killed again and again, and proves what it promised. Plain node; imports nothing of
 * ours, so that it cannot share a mistake with the code that it checks.
 *
 *   node e2e/crash/verify.mjs <data folder> <answers.jsonl>
 *
 * `answers.jsonl` holds one line per answer that a client received: { user, key, action, type, bookingId, state }.
 * Prints what was checked as JSON; exit code 1 when a promise was broken.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createChecks } from './checks.mjs';
import { createOpener, groupBy, indexBy, readAnswers, rows } from './read-files.mjs';

const [data, answersFile] = process.argv.slice(2);
const { check, checked, broken, problems } = createChecks();
const open = createOpener(data);

const bookingsDb = open('bookings.db');
const logDb = open('log.db');
const paymentsDb = open('payments.db');

const bookings = indexBy(rows(bookingsDb, 'SELECT * FROM booking'), (row) => row.id);
const items = rows(bookingsDb, 'SELECT * FROM booking_item');
const payments = groupBy(rows(bookingsDb, 'SELECT * FROM payment ORDER BY attempt'), (row) => row.booking_id);
const ledger = groupBy(rows(bookingsDb, 'SELECT * FROM ledger_entry'), (row) => row.booking_id);
const refunds = groupBy(rows(bookingsDb, 'SELECT * FROM refund'), (row) => row.booking_id);
const invoices = rows(bookingsDb, 'SELECT * FROM invoice ORDER BY number');
const operations = rows(bookingsDb, 'SELECT * FROM operation');
const atProvider = indexBy(rows(paymentsDb, 'SELECT * FROM sandbox_payment'), (row) => row.payment_key);
const refundsAtProvider = indexBy(rows(paymentsDb, 'SELECT * FROM sandbox_refund'), (row) => row.refund_key);

// Events: what is in the log, and what still waits in the outbox. Rows that the relay has marked prove nothing: the log must have them.
const logged = rows(logDb, 'SELECT event_id, value FROM records').map((row) => JSON.parse(row.value));
const waiting = rows(bookingsDb, 'SELECT value FROM outbox WHERE published_at IS NULL').map((row) =>
  JSON.parse(row.value),
);
const events = indexBy([...logged, ...waiting], (event) => event.id);
const eventsOf = groupBy([...events.values()], (event) => event.subject);
const typesOf = (subject) => (eventsOf.get(subject) ?? []).map((event) => event.type);

// 1. Every answer that a client got exists, with stock, payment and event.
const answers = readAnswers(answersFile);
for (const answer of answers.filter((each) => each.type === 'Booking')) {
  const booking = bookings.get(answer.bookingId);
  check(
    'an answered booking exists',
    booking !== undefined && (answer.user === undefined || booking.user_id === answer.user),
    JSON.stringify(answer),
  );
  if (!booking) continue;
  const types = typesOf(booking.id);
  check(
    'an answered booking has its events',
    types.includes('booking.held') && types.includes('booking.created'),
    booking.id,
  );
  if (answer.state === 'CONFIRMED') {
    const captured = (payments.get(booking.id) ?? []).find(
      (each) => each.state === 'CAPTURED' || each.state.includes('REFUNDED'),
    );
    check('an answered confirmation is paid', captured !== undefined, booking.id);
    check('an answered confirmation has its event', types.includes('booking.confirmed'), booking.id);
    check(
      'an answered payment has its event',
      captured && typesOf(captured.id).includes('payment.captured'),
      booking.id,
    );
    check(
      'an answered confirmation is in the ledger',
      (ledger.get(booking.id) ?? []).some((each) => each.memo === 'charge'),
      booking.id,
    );
    check(
      'an answered confirmation has an invoice',
      invoices.some((each) => each.booking_id === booking.id),
      booking.id,
    );
    check(
      'an answered confirmation stands',
      booking.state === 'CONFIRMED' || booking.state === 'CANCELLED',
      `${booking.id} ${booking.state}`,
    );
  }
  if (answer.state === 'CANCELLED') {
    check(
      'an answered cancellation stands',
      booking.state === 'CANCELLED' && types.includes('booking.cancelled'),
      booking.id,
    );
  }
}

// 2. One key, one booking, one charge: whoever asked again after a crash got the first answer.
const keyed = groupBy(
  answers.filter((each) => each.type === 'Booking'),
  (each) => `${each.user ?? ''} ${each.action} ${each.key}`,
);
for (const [key, same] of keyed) {
  check('a repeated request got the first answer', new Set(same.map((each) => each.bookingId)).size === 1, key);
}
for (const operation of operations.filter((each) => each.answer !== null)) {
  const { booking } = JSON.parse(operation.answer);
  check(
    'a kept answer speaks of a booking that exists',
    booking === undefined || bookings.has(booking.id),
    operation.id,
  );
}
if (answers.some((each) => each.user !== undefined)) {
  const created = groupBy(
    [...bookings.values()].filter((row) => row.state !== 'FAILED' && row.state !== 'EXPIRED'),
    (row) => row.user_id,
  );
  for (const [user, own] of created)
    check('a client who wants one booking has one', own.length === 1, `${user} has ${own.length}`);
}
check(
  'no operation stays open',
  operations.every((each) => each.answer !== null),
  'an operation has no answer',
);

// 3. Stock is what the bookings say, slot by slot, and nothing is oversold.
const held = new Map();
const sold = new Map();
const taken = new Map();
const count = (map, key, units) => map.set(key, (map.get(key) ?? 0) + units);
for (const item of items) {
  const { state } = bookings.get(item.booking_id);
  const isHeld = state === 'HELD' || state === 'PENDING_APPROVAL';
  const isSold = state === 'CONFIRMED' || state === 'COMPLETED';
  for (const slot of JSON.parse(item.details).slots) {
    if (isHeld) count(held, `${slot.resource} ${slot.slot}`, slot.units);
    if (isSold) count(sold, `${slot.resource} ${slot.slot}`, slot.units);
    if ((isHeld || isSold) && slot.bucket) count(taken, `${slot.resource} ${slot.slot} ${slot.bucket}`, slot.units);
  }
}
const stock = rows(bookingsDb, 'SELECT * FROM stock');
for (const slot of stock) {
  const key = `${slot.resource} ${slot.slot}`;
  check(
    'a slot holds what its bookings hold',
    slot.held === (held.get(key) ?? 0),
    `${key}: ${slot.held}, not ${held.get(key) ?? 0}`,
  );
  check(
    'a slot has sold what its bookings bought',
    slot.sold === (sold.get(key) ?? 0),
    `${key}: ${slot.sold}, not ${sold.get(key) ?? 0}`,
  );
  check('no slot is oversold', slot.held + slot.sold <= slot.capacity, key);
}
for (const bucket of rows(bookingsDb, 'SELECT * FROM bucket_stock')) {
  const key = `${bucket.resource} ${bucket.slot} ${bucket.bucket}`;
  check('a fare has sold what its bookings bought', bucket.taken === (taken.get(key) ?? 0), key);
}

// 4. Money: the provider and we agree, nobody was charged twice, the ledger balances, invoices have no gaps.
for (const payment of [...payments.values()].flat()) {
  const there = atProvider.get(payment.id);
  const isCharged = payment.state === 'CAPTURED' || payment.state.includes('REFUNDED');
  check(
    'a payment is settled',
    payment.pending_step === null && payment.state !== 'UNKNOWN',
    `${payment.id} ${payment.state} ${payment.pending_step}`,
  );
  check(
    'the provider charged what we say it charged',
    (there?.state === 'CAPTURED') === isCharged,
    `${payment.id}: ${there?.state}, not ${payment.state}`,
  );
  check('no payment was captured twice', (there?.times_captured ?? 0) <= 1, payment.id);
  check(
    'the provider charged the right amount',
    !isCharged || there?.amount_minor === payment.amount_minor,
    payment.id,
  );
  check('the provider paid back what we say', (there?.refunded_minor ?? 0) === payment.refunded_minor, payment.id);
}
for (const [key, there] of atProvider) {
  check(
    'the provider knows no payment but ours',
    [...payments.values()].flat().some((each) => each.id === key),
    `${key} ${there.state}`,
  );
}
for (const [bookingId, attempts] of payments) {
  const charges = attempts.filter((each) => each.state === 'CAPTURED' || each.state.includes('REFUNDED'));
  check('no booking was charged twice', charges.length <= 1, bookingId);
}
for (const refund of [...refunds.values()].flat()) {
  check(
    'a refund was paid, once',
    refund.state === 'SUCCEEDED' && refundsAtProvider.get(refund.id)?.amount_minor === refund.amount_minor,
    refund.id,
  );
}
for (const booking of bookings.values()) {
  const entries = ledger.get(booking.id) ?? [];
  const isCharged = booking.state === 'CONFIRMED' || booking.state === 'CANCELLED' || booking.state === 'COMPLETED';
  check(
    'the ledger of a booking sums to zero',
    entries.reduce((total, each) => total + each.amount_minor, 0) === 0,
    booking.id,
  );
  const charges = entries.filter((each) => each.account === 'provider-clearing' && each.memo === 'charge');
  check(
    'a booking is in the ledger once if it was charged',
    charges.length === (isCharged ? 1 : 0),
    `${booking.id} ${booking.state}: ${charges.length}`,
  );
}
for (const [index, invoice] of invoices.entries()) {
  check('invoices have no gaps', invoice.number === index + 1, `${invoice.number} at ${index + 1}`);
}

// 5. No event is lost: every aggregate's versions are all there, in the log or in the outbox.
const complete = (kind, subject, version) => {
  const sequences = new Set((eventsOf.get(subject) ?? []).map((event) => event.sequence));
  const missing = Array.from({ length: version }, (_, index) => index + 1).filter(
    (sequence) => !sequences.has(sequence),
  );
  check(`no event of a ${kind} is lost`, missing.length === 0, `${subject} lacks ${missing.join(', ')} of ${version}`);
  check(
    `no event of a ${kind} tells of what did not happen`,
    sequences.size === version,
    `${subject} has ${sequences.size}, not ${version}`,
  );
};
for (const booking of bookings.values()) complete('booking', booking.id, booking.version);
for (const payment of [...payments.values()].flat()) complete('payment', payment.id, payment.version);
for (const slot of stock) complete('slot', `${slot.resource}/${slot.slot}`, slot.version);
const known = new Set([...bookings.keys(), ...[...payments.values()].flat().map((each) => each.id)]);
for (const event of events.values()) {
  if (!/^(booking|payment)\./.test(event.type)) continue;
  check('an event speaks of something that exists', known.has(event.subject), `${event.type} ${event.subject}`);
}

// 6. None is applied twice: an inbox has each event once, and what consumers count is what happened.
const inboxOf = (file) => rows(open(file), 'SELECT consumer_group, event_id, COUNT(*) AS n FROM inbox GROUP BY 1, 2');
for (const file of ['bookings.db', 'users.db', 'listings.db', 'deals.db', 'analytics.db'].filter((name) =>
  existsSync(join(data, name)),
)) {
  const names = rows(open(file), `SELECT name FROM sqlite_master WHERE name = 'inbox'`);
  if (names.length === 0) continue;
  for (const entry of inboxOf(file)) check('an inbox has an event once', entry.n === 1, `${file} ${entry.event_id}`);
}
const listings = new Set(logged.filter((event) => /^listing\./.test(event.type)).map((event) => event.subject));
const knownListings = new Set(rows(bookingsDb, 'SELECT id FROM known_listing').map((row) => row.id));
for (const id of listings) check('a listing that was announced is known', knownListings.has(id), id);

// What other services count of the same events, where the whole server ran.
if (existsSync(join(data, 'users.db'))) {
  const trips = indexBy(rows(open('users.db'), 'SELECT * FROM trips'), (row) => row.booking_id);
  for (const booking of bookings.values()) {
    if (booking.state !== 'CONFIRMED' && booking.state !== 'CANCELLED') continue;
    // A booking that was never confirmed is no trip.
    if (!typesOf(booking.id).includes('booking.confirmed')) continue;
    const trip = trips.get(booking.id);
    check(
      'users know every trip as it stands',
      trip?.state === booking.state,
      `${booking.id} is ${booking.state}, users say ${trip?.state}`,
    );
  }
}
if (existsSync(join(data, 'analytics.db'))) {
  const happened = groupBy([...events.values()], (event) => event.type);
  const counted = rows(open('analytics.db'), 'SELECT type, SUM(events) AS n FROM event_rollups GROUP BY type');
  for (const { type, n } of counted.filter((row) => /^(booking|payment|car|inventory)\./.test(row.type))) {
    const times = (happened.get(type) ?? []).length;
    check('analytics counts every event once', n === times, `${type}: ${n}, not ${times}`);
  }
}

const appended = logged.length;
const distinct = new Set(logged.map((event) => event.id)).size;
const states = Object.fromEntries(
  [...groupBy([...bookings.values()], (row) => row.state)].map(([state, list]) => [state, list.length]),
);
console.log(
  JSON.stringify(
    {
      ok: problems.length === 0,
      answers: answers.length,
      bookings: states,
      events: { inLog: distinct, deliveredAgain: appended - distinct, inOutbox: waiting.length },
      checks: Object.values(checked).reduce((total, each) => total + each, 0),
      checked,
      broken: [...broken],
      problems: problems.slice(0, 30),
    },
    null,
    2,
  ),
);
process.exitCode = problems.length === 0 ? 0 : 1;
