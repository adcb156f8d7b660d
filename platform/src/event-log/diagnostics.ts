import type { LogFields } from '../observability/logger.ts';

type Write = (fields: LogFields, message: string) => void;

/** The part of a logger that this folder and its neighbours use. */
export type Diagnostics = Readonly<{ debug: Write; info: Write; warn: Write; error: Write }>;
