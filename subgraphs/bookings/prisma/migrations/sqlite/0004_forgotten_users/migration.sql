-- Who has deleted the account: the id alone. An access token outlives its account by minutes, and what stands keeps its names until it is
-- over, so somebody must know afterwards.
CREATE TABLE "forgotten_user" ("user_id" TEXT NOT NULL PRIMARY KEY);

-- Whoever was forgotten before has bookings without a name, which no other booking is.
INSERT INTO "forgotten_user" ("user_id") SELECT DISTINCT "user_id" FROM "booking" WHERE "travelers" = '[]';
