import { dataFolderAt } from '@meridian/platform/config/data-folder';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { silentLogger } from '@meridian/platform/observability/logger';
import { systemClock } from '@meridian/platform/time/clock';

/** Puts an event into the log of a running server that no part can apply: a review without anything in it, which listings alone reads. */
export async function poisonLog(data: string, eventId: string): Promise<void> {
  await using log = await openSqliteEventLog({
    file: dataFolderAt(data).eventLog,
    clock: systemClock,
    logger: silentLogger,
  });
  const subject = 'rev_poison';
  const event = {
    specversion: '1.0',
    id: eventId,
    source: '/meridian/test',
    type: 'review.posted',
    time: new Date().toISOString(),
    subject,
    datacontenttype: 'application/json',
    dataschema: 'review.posted/1',
    partitionkey: subject,
    sequence: 1,
    data: { note: 'no review' },
  };
  await log.append([{ topic: 'reviews', key: subject, eventId, value: JSON.stringify(event) }]);
}
