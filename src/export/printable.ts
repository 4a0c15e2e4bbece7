/**
 * A name as one line of text that every format can hold: what XML forbids (nearly all control characters, half of a
 * surrogate pair) and what would end the line becomes U+FFFD, so that it can be seen that something was there.
 */
export const printable = (text: string) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu, '\ufffd')
