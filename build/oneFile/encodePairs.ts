// Bytes as text that may stand in a script element, denser than base64: 13 bits in each two letters of 91, so 6.5 bits a
// letter instead of 6. It is the idea of basE91 (J. Henke, 2006) without its fourteenth bit.

/** Letters that mean nothing to HTML within a script: all that ASCII can print but `&`, `<` and `>`. */
export const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .join('')
  .replace(/[&<>]/g, '')

/** Two letters for each 13 bits, the lowest bits first; at the end one letter for five bits or less. `loader.js` reads it. */
export function encodePairs(bytes: Uint8Array): string {
  let text = ''
  let waiting = 0
  let bits = 0
  const put = (value: number) => {
    text += LETTERS[value % LETTERS.length] + LETTERS[Math.floor(value / LETTERS.length)]
  }
  for (const byte of bytes) {
    waiting |= byte << bits
    bits += 8
    if (bits < 13) continue
    put(waiting & 0x1fff)
    waiting >>>= 13
    bits -= 13
  }
  // Filled up by eight bits or more, two letters would be read as a byte too many.
  if (bits > 5) put(waiting)
  else if (bits > 0) text += LETTERS[waiting]
  return text
}
