import { Command } from 'commander';
import { consumersCommand } from './commands/consumers.ts';
import { deadLettersCommand } from './commands/dead-letters.ts';
import { eventsCommand } from './commands/events.ts';

const program = new Command('meridian')
  .description('Looks into a running or stopped Meridian through its data folder.')
  .option('--data <folder>', 'the data folder', '.meridian')
  .showHelpAfterError('(add --help to see what can be asked)')
  .addCommand(eventsCommand())
  .addCommand(deadLettersCommand())
  .addCommand(consumersCommand());

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`meridian: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
