/** `1 guest`, `2 guests`. `many` is for words that do not take an s. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
