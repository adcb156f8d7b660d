-- The sandbox provider's own books, as a provider elsewhere keeps them.
CREATE TABLE "sandbox_payment" (
  "payment_key" TEXT NOT NULL PRIMARY KEY,
  "state" TEXT NOT NULL,
  "token" TEXT NOT NULL,
  "amount_minor" INTEGER NOT NULL,
  "refunded_minor" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  "card_brand" TEXT NOT NULL,
  "card_last4" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "times_captured" INTEGER NOT NULL,
  CHECK ("refunded_minor" <= "amount_minor"),
  CHECK ("times_captured" <= 1)
);
CREATE TABLE "sandbox_refund" (
  "refund_key" TEXT NOT NULL PRIMARY KEY,
  "payment_key" TEXT NOT NULL,
  "amount_minor" INTEGER NOT NULL
);
