import type { Logger } from '@meridian/platform/observability/logger';

/** Says everything to both. */
export const createTeeLogger = (left: Logger, right: Logger): Logger => ({
  debug(fields, message) {
    left.debug(fields, message);
    right.debug(fields, message);
  },
  info(fields, message) {
    left.info(fields, message);
    right.info(fields, message);
  },
  warn(fields, message) {
    left.warn(fields, message);
    right.warn(fields, message);
  },
  error(fields, message) {
    left.error(fields, message);
    right.error(fields, message);
  },
  child: (fields) => createTeeLogger(left.child(fields), right.child(fields)),
});
