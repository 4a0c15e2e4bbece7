/** Longest text that is searched for; what is longer comes from a damaged link. */
const LONGEST = 1000

/** What is searched for when a text was typed, or came with a link; empty for nothing. */
export const wantedText = (text: string): string => text.trim().slice(0, LONGEST)

/** The expression and the flags of a text that is written `/like this/i`; null for any other. */
export function expressionIn(text: string): { source: string; flags: string } | null {
  const [, source, flags] = /^\/(.+)\/([ims]*)$/.exec(text) ?? []
  return source === undefined ? null : { source, flags }
}

/** Whether a search text is written as an expression, `/like this/`. */
export const isExpression = (text: string): boolean => expressionIn(text) !== null
