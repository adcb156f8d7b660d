CREATE TABLE "Author" ("id" TEXT NOT NULL PRIMARY KEY, "email" TEXT NOT NULL);
CREATE UNIQUE INDEX "Author_email_key" ON "Author" ("email");
CREATE TABLE "Book" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL,
  "sold" BIGINT NOT NULL DEFAULT 0,
  "rating" REAL,
  "price" DECIMAL,
  "inPrint" BOOLEAN NOT NULL DEFAULT true,
  "cover" BLOB,
  "extra" JSONB,
  "published" DATETIME NOT NULL,
  "authorId" TEXT NOT NULL,
  CONSTRAINT "Book_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Author" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
