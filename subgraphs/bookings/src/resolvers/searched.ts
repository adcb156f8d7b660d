import { badInput } from '@meridian/platform/subgraph/pages';

const longest = 100;

/** The text that a list of operators is searched by; undefined where it searches for nothing. @throws BAD_USER_INPUT when it is too long */
export function searched(text: string | null | undefined): string | undefined {
  if (text && text.length > longest) throw badInput(`\`search\` has at most ${longest} characters.`);
  return text?.trim() || undefined;
}
