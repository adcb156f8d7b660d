/** A row of a table in `docs/ERRORS.md`. */
export type ErrorRow = Readonly<{ code: string; cause: string; remedy: string; status?: string; number?: string }>;

const headings = {
  data: '## Failures in data',
  gateway: '## Refusals and faults of the gateway',
  sockets: '## Close codes of websockets',
} as const;

/** Reads the three tables of the page. @throws Error when one of them is missing */
export function errorRows(page: string): Readonly<Record<keyof typeof headings, readonly ErrorRow[]>> {
  const section = (heading: string): string => {
    const begin = page.indexOf(heading);
    if (begin === -1) throw new Error(`docs/ERRORS.md has no section "${heading}".`);
    const end = page.indexOf('\n## ', begin + 1);
    return page.slice(begin, end === -1 ? undefined : end);
  };
  return {
    data: cellsOf(section(headings.data)).map(([code = '', cause = '', remedy = '']) => ({ code, cause, remedy })),
    gateway: cellsOf(section(headings.gateway)).map(([code = '', status = '', cause = '', remedy = '']) => ({
      code,
      status,
      cause,
      remedy,
    })),
    sockets: cellsOf(section(headings.sockets)).map(([number = '', code = '', cause = '', remedy = '']) => ({
      number,
      code,
      cause,
      remedy,
    })),
  };
}

/** The cells of a section's table without its head; backticks around a whole cell are taken off. */
const cellsOf = (section: string): string[][] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1')),
    );
