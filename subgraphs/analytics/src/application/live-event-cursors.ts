import type { Cursors } from '@meridian/platform/identity/cursor';
import { type LogPositions, readPositions, writePositions } from '../domain/log-positions.ts';

const stream = 'liveEvents';

// The cursor's second part names one life of the data; the positions ride along in it, since the third part is one number.
const separator = '|';

/** The cursor behind these positions of the log, in one life of the data. */
export const writeCursor = (cursors: Cursors, epoch: string, positions: LogPositions): string =>
  cursors.encode({ stream, epoch: `${epoch}${separator}${writePositions(positions)}`, position: 0 });

/** The positions behind which a cursor stands; undefined for one of another stream or life of the data, and for a changed one. */
export function readCursor(cursors: Cursors, epoch: string, after: string): LogPositions | undefined {
  const decoded = cursors.decode(after, stream);
  if (!decoded.ok) return undefined;
  const [life, text = ''] = decoded.epoch.split(separator);
  return life === epoch ? readPositions(text) : undefined;
}
