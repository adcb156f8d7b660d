import { isDeadLetterTopic } from '@meridian/platform/consumer/letter-entry';
import type { Position } from '@meridian/platform/event-log/event-log';
import { readPlace } from '@meridian/platform/event-log/place';
import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError when the text is not the place of a dead letter */
export function toLetterPlace(text: string): Position {
  const place = readPlace(text);
  if (place === undefined || !isDeadLetterTopic(place.topic)) {
    throw new InvalidArgumentError('A place looks like bookings.dlq/0@17.');
  }
  return place;
}
