// Marks that turn the direction of writing can make a name look like another one (Unicode Technical Report 36, section 2.5).
const direction = /[\u202A-\u202E\u2066-\u2069]/g;
/** Control characters, line and paragraph separators among them, are no part of a name; neither is the mark of a broken encoding. */
const separators = /[\s\p{Cc}\p{Z}\uFFFD]+/gu;

// Beside joiners and other marks without a shape there are letters that are drawn as nothing: the Hangul fillers, which Unicode calls
// ignorable, and the empty Braille pattern, which it does not.
const shape = /[^\p{Cf}\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\s]/u;

/** Whether there is something to be seen in a text. */
export const isVisible = (text: string): boolean => shape.test(text);

/**
 * A text as the name of something: on one line, with single spaces, without marks that turn the direction of writing. Empty when
 * nothing of it can be seen.
 */
export const nameOf = (text: string): string =>
  isVisible(text) ? text.replace(direction, '').replace(separators, ' ').trim() : '';
