-- Operators look for what an account has paid. Without this, every payment would be read.
CREATE INDEX "payment_user" ON "payment" ("user_id", "id");
