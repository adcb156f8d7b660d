import type { z } from 'zod';

/** An event that tells what has happened, before it is wrapped into an envelope. */
export type Announcement = Readonly<{
  type: string;
  version: number;
  topic: string;
  /** Checked before the event leaves: what consumers would refuse is a fault of ours. */
  schema: z.ZodType;
  /** The aggregate's id. Order holds per aggregate. */
  subject: string;
  /** The aggregate's version after it. */
  sequence: number;
  data: unknown;
}>;
