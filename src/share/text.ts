// Text as bytes, whatever it is. JavaScript's strings may hold halves of characters (lone surrogates), for which UTF-8
// has no bytes; here they are written as UTF-8 would write any other number of their size, so that no text is changed.

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const LONE = /[\ud800-\udfff]/u

/** UTF-8, and three bytes for each lone surrogate. */
export function bytesOfText(text: string): Uint8Array {
  if (!LONE.test(text)) return encoder.encode(text)
  const parts = text.split(/([\ud800-\udfff])/u).map(part => {
    const unit = part.charCodeAt(0)
    return part.length === 1 && LONE.test(part)
      ? Uint8Array.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f))
      : encoder.encode(part)
  })
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The reverse; null for bytes that are no text. */
export function textOfBytes(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return textWithLone(bytes)
  }
}

function textWithLone(bytes: Uint8Array): string | null {
  const parts: string[] = []
  let from = 0
  try {
    for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
      if (!(bytes[at + 1] >= 0xa0)) continue
      if ((bytes[at + 1] & 0xc0) !== 0x80 || (bytes[at + 2] & 0xc0) !== 0x80) return null
      const unit = 0xd000 | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f)
      parts.push(decoder.decode(bytes.subarray(from, at)), String.fromCharCode(unit))
      from = at + 3
    }
    parts.push(decoder.decode(bytes.subarray(from)))
  } catch {
    return null
  }
  return parts.join('')
}
