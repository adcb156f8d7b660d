import { Command, CommanderError } from 'commander';
import { consumersCommand } from './commands/consumers.ts';
import { deadLettersCommand } from './commands/dead-letters.ts';
import { eventsCommand } from './commands/events.ts';
import { outboxCommand } from './commands/outbox.ts';
import type { Terminal } from './terminal.ts';

/** Exit codes: all went well; nothing there, or it failed; the command line is wrong. */
const exitCodes = { ok: 0, nothingThere: 1, wrongUsage: 2 } as const;

const examples = `
Examples:
  npm run meridian -- events tail --topic bookings   bookings as they happen, until Ctrl-C
  npm run meridian -- events show <id>               one event: cause, effects, who has applied it
  npm run meridian -- consumers                      who is behind
  npm run meridian -- dlq list                       what somebody gave up

Exit codes: 0 done, 1 nothing there or failed, 2 wrong usage.`;

const programFor = (terminal: Terminal): Command =>
  new Command('npm run meridian --')
    .description('Looks into a running or stopped Meridian through its data folder.')
    .option('--data <folder>', 'the data folder', '.meridian')
    .addHelpText('after', examples)
    .addCommand(eventsCommand(terminal))
    .addCommand(consumersCommand(terminal))
    .addCommand(deadLettersCommand(terminal))
    .addCommand(outboxCommand(terminal));

/** Every command writes to this terminal and throws instead of ending the process. */
function settle(command: Command, terminal: Terminal): Command {
  const withoutEnd = (text: string) => text.replace(/\n$/, '');
  command
    .exitOverride()
    .showHelpAfterError('(add --help to see what can be asked)')
    .configureOutput({
      writeOut: (text) => terminal.out(withoutEnd(text)),
      writeErr: (text) => terminal.err(withoutEnd(text)),
      // The same width everywhere, so that what is printed does not depend on the window.
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    });
  for (const inner of command.commands) settle(inner, terminal);
  return command;
}

/** Runs one command line to its end and answers the exit code. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await settle(programFor(terminal), terminal).parseAsync([...argv], { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    // Commander has said what is wrong. A group without its command shows its help, which is wrong usage, too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongUsage;
    terminal.err(`meridian: ${error instanceof Error ? error.message : String(error)}`);
    return exitCodes.nothingThere;
  }
}
