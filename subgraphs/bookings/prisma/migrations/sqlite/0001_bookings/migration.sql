-- Instants are ISO 8601 text in UTC with milliseconds, so they compare as text. Amounts are minor units.

CREATE TABLE "booking" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "reference" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "total_minor" INTEGER NOT NULL,
  "refunded_minor" INTEGER NOT NULL,
  "version" INTEGER NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "hold_expires_at" TEXT NOT NULL,
  "answer_by" TEXT,
  "ends_at" TEXT NOT NULL,
  "contact_email" TEXT,
  "travelers" TEXT NOT NULL
);
CREATE UNIQUE INDEX "booking_reference" ON "booking" ("reference");
CREATE INDEX "booking_user" ON "booking" ("user_id", "id");
CREATE INDEX "booking_hold" ON "booking" ("state", "hold_expires_at");
CREATE INDEX "booking_answer" ON "booking" ("state", "answer_by");
CREATE INDEX "booking_end" ON "booking" ("state", "ends_at");

CREATE TABLE "booking_item" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "booking_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "listing_id" TEXT NOT NULL,
  "listing_version" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "owner_id" TEXT NOT NULL,
  "offer_id" TEXT NOT NULL,
  "total_minor" INTEGER NOT NULL,
  "instant_book" INTEGER NOT NULL,
  "starts_at" TEXT NOT NULL,
  "ends_at" TEXT NOT NULL,
  "details" TEXT NOT NULL,
  CONSTRAINT "booking_item_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id")
);
CREATE UNIQUE INDEX "booking_item_position" ON "booking_item" ("booking_id", "position");
CREATE INDEX "booking_item_listing" ON "booking_item" ("listing_id");

CREATE TABLE "payment" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "booking_id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "attempt" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "amount_minor" INTEGER NOT NULL,
  "refunded_minor" INTEGER NOT NULL,
  "card_brand" TEXT,
  "card_last4" TEXT,
  "failure_reason" TEXT,
  "ends_booking" INTEGER NOT NULL,
  "pending_step" TEXT,
  "step_due_at" TEXT,
  "operation_id" TEXT,
  "version" INTEGER NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  CONSTRAINT "payment_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id")
);
CREATE UNIQUE INDEX "payment_attempt" ON "payment" ("booking_id", "attempt");
CREATE INDEX "payment_step" ON "payment" ("step_due_at");

CREATE TABLE "refund" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "booking_id" TEXT NOT NULL,
  "payment_id" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "amount_minor" INTEGER NOT NULL,
  "due_at" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  CONSTRAINT "refund_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id")
);
CREATE INDEX "refund_booking" ON "refund" ("booking_id");
CREATE INDEX "refund_due" ON "refund" ("state", "due_at");

CREATE TABLE "approval_request" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "booking_id" TEXT NOT NULL,
  "owner_id" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "answer_by" TEXT NOT NULL,
  "answered_at" TEXT,
  CONSTRAINT "approval_request_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id")
);
CREATE UNIQUE INDEX "approval_request_owner" ON "approval_request" ("booking_id", "owner_id");
CREATE INDEX "approval_request_inbox" ON "approval_request" ("owner_id", "state", "id");

CREATE TABLE "cancellation_quote" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "booking_id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "booking_version" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  "refund_minor" INTEGER NOT NULL,
  "penalty_minor" INTEGER NOT NULL,
  "items" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL
);
CREATE INDEX "cancellation_quote_expiry" ON "cancellation_quote" ("expires_at");

CREATE TABLE "ledger_entry" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "posting_id" TEXT NOT NULL,
  "booking_id" TEXT NOT NULL,
  "account" TEXT NOT NULL,
  "amount_minor" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  "memo" TEXT NOT NULL,
  "created_at" TEXT NOT NULL
);
CREATE INDEX "ledger_entry_booking" ON "ledger_entry" ("booking_id", "id");
CREATE INDEX "ledger_entry_account" ON "ledger_entry" ("account", "id");
-- The ledger is append-only, whoever holds the file.
CREATE TRIGGER "ledger_entry_is_never_changed" BEFORE UPDATE ON "ledger_entry"
BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;
CREATE TRIGGER "ledger_entry_is_never_removed" BEFORE DELETE ON "ledger_entry"
BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;

CREATE TABLE "invoice" (
  "number" INTEGER NOT NULL PRIMARY KEY,
  "booking_id" TEXT NOT NULL,
  "issued_at" TEXT NOT NULL
);
CREATE UNIQUE INDEX "invoice_booking" ON "invoice" ("booking_id");
CREATE TABLE "invoice_counter" ("name" TEXT NOT NULL PRIMARY KEY, "last_number" INTEGER NOT NULL);
INSERT INTO "invoice_counter" ("name", "last_number") VALUES ('invoice', 0);

CREATE TABLE "operation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "caller" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "idempotency_key" TEXT NOT NULL,
  "input_hash" TEXT NOT NULL,
  "lease_until" TEXT NOT NULL,
  "reference" TEXT,
  "answer" TEXT,
  "created_at" TEXT NOT NULL
);
CREATE UNIQUE INDEX "operation_key" ON "operation" ("caller", "name", "idempotency_key");
CREATE INDEX "operation_age" ON "operation" ("created_at");

-- What listing events say. Capacity is one row per resource for all of its days; slots are rows only once something was taken.
CREATE TABLE "known_listing" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "owner_id" TEXT NOT NULL,
  "is_open" INTEGER NOT NULL,
  "priced_version" INTEGER NOT NULL,
  "price_digest" TEXT NOT NULL,
  "bucket_limits" TEXT NOT NULL,
  "bucket_cabins" TEXT NOT NULL,
  "resources" TEXT NOT NULL,
  "changed_at" TEXT NOT NULL
);

CREATE TABLE "capacity" (
  "resource" TEXT NOT NULL PRIMARY KEY,
  "listing_id" TEXT NOT NULL,
  "listing_version" INTEGER NOT NULL,
  "is_shared" INTEGER NOT NULL,
  "units" INTEGER NOT NULL,
  "open_from" TEXT NOT NULL,
  "open_until" TEXT NOT NULL,
  "day_units" TEXT NOT NULL,
  "changed_at" TEXT NOT NULL
);
CREATE INDEX "capacity_listing" ON "capacity" ("listing_id");

CREATE TABLE "stock" (
  "resource" TEXT NOT NULL,
  "slot" TEXT NOT NULL,
  "capacity" INTEGER NOT NULL,
  "held" INTEGER NOT NULL,
  "sold" INTEGER NOT NULL,
  "version" INTEGER NOT NULL,
  PRIMARY KEY ("resource", "slot"),
  CHECK ("held" >= 0 AND "sold" >= 0)
);

CREATE TABLE "bucket_stock" (
  "resource" TEXT NOT NULL,
  "slot" TEXT NOT NULL,
  "bucket" TEXT NOT NULL,
  "sale_limit" INTEGER NOT NULL,
  "taken" INTEGER NOT NULL,
  PRIMARY KEY ("resource", "slot", "bucket"),
  CHECK ("taken" >= 0)
);
