-- How many bookings an account holds is asked before each new hold. Without this, every trip that it ever had would be read.
CREATE INDEX "booking_holds_of_account" ON "booking" ("user_id", "state", "hold_expires_at");
