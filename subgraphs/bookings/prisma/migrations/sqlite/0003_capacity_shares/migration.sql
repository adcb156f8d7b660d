-- How many units of a shared resource each listing tells. The resource has the most that any of them tells.
CREATE TABLE "capacity_share" (
  "resource" TEXT NOT NULL,
  "listing_id" TEXT NOT NULL,
  "units" INTEGER NOT NULL,
  PRIMARY KEY ("resource", "listing_id")
);
CREATE INDEX "capacity_share_listing" ON "capacity_share" ("listing_id");

-- What each listing told before is not known any more: it tells what the resource has now, until its next event.
INSERT INTO "capacity_share" ("resource", "listing_id", "units")
  SELECT DISTINCT "capacity"."resource", "known_listing"."id", "capacity"."units"
  FROM "known_listing", json_each("known_listing"."resources") AS "named"
  JOIN "capacity" ON "capacity"."resource" = json_extract("named"."value", '$.resource')
  WHERE "capacity"."is_shared" = 1;
