/**
 * Changes what a search asks for beyond place and days. The page stays where it is. `replace` is for what is changed in many small
 * steps: after the first, Back leads to before all of them.
 */
export type Narrow<Search> = (part: Partial<Search>, how?: Readonly<{ replace: boolean }>) => void;
