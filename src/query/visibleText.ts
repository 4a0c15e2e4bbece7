// Names come from files and links of whoever, and are shown beside one another. Characters that nobody sees can turn
// what stands around them about, or make two names look like one: they are shown as what they are.

/**
 * Controls but for the tab, what changes the direction of writing, what has no width, halves of characters, and separators
 * of lines and paragraphs. (Unicode Standard Annex 9, table 4; chapter 23)
 */
const UNSEEN = /(?!\t)\p{Cc}|\p{Cs}|[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** A text with every character that nobody would see told by its number, as `‹U+202E›`. The same text where there is none. */
export const visibleText = (text: string): string =>
  text.replace(UNSEEN, character => `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`)
