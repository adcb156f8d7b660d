import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { showCommand } from './event-show.ts';
import { tailCommand } from './event-tail.ts';

/** `meridian events tail|show`: reads the event log. */
export const eventsCommand = (terminal: Terminal) =>
  new Command('events')
    .description('reads the event log: live, or one event with its causes and effects')
    .addCommand(tailCommand(terminal))
    .addCommand(showCommand(terminal));
