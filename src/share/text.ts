// Text as bytes, whatever it is: UTF-8 in short. Of the bytes that UTF-8 never has, 0xff ends a text, and the others stand
// for what names of C++ are full of: deflate writes such a phrase once for each profile, and small profiles name few
// others.
//
// JavaScript's strings may hold halves of characters (lone surrogates), for which UTF-8 has no bytes. They are written as
// it would write any other number of their size, so that no text is changed.

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Phrases by their byte; part of the format. Of two that begin alike, the longer one comes first. */
const PHRASES = new Map([
  [0xc0, 'std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >'],
  [0xc1, 'std::basic_string<char, std::char_traits<char>, std::allocator<char> >'],
  [0xf5, '__gnu_cxx::__normal_iterator<'],
  [0xf6, '__gnu_cxx::'],
  [0xf7, 'std::allocator<'],
  [0xf8, 'std::vector<'],
  [0xf9, 'unsigned '],
  [0xfa, ' const'],
  [0xfb, 'operator'],
  [0xfc, 'std::_'],
  [0xfd, 'std::'],
  [0xfe, 'NSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE'],
])
const byteOfPhrase = new Map(Array.from(PHRASES, ([byte, phrase]) => [phrase, byte]))

/** Phrases, and halves of characters. */
const SPECIAL = new RegExp(`(${[...PHRASES.values()].join('|')}|[\\ud800-\\udfff])`, 'u')

export function bytesOfText(text: string): Uint8Array {
  if (!SPECIAL.test(text)) return encoder.encode(text)
  const parts = text.split(SPECIAL).map((part, i) => (i % 2 === 0 ? encoder.encode(part) : bytesOfSpecial(part)))
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function bytesOfSpecial(part: string): Uint8Array {
  const byte = byteOfPhrase.get(part)
  const unit = part.charCodeAt(0)
  return byte === undefined
    ? Uint8Array.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f))
    : Uint8Array.of(byte)
}

/** The reverse; null for bytes that are no text, or one of more than so many characters. */
export function textOfBytes(bytes: Uint8Array, most: number): string | null {
  if (lengthAtMost(bytes) > most) return null
  const parts: string[] = []
  let from = 0
  try {
    for (let at = 0; at < bytes.length; at++) {
      const phrase = bytes[at] < 0xc0 ? undefined : PHRASES.get(bytes[at])
      const isLone = bytes[at] === 0xed && bytes[at + 1] >= 0xa0
      if (phrase === undefined && !isLone) continue
      const special = phrase ?? loneAt(bytes, at)
      if (special === null) return null
      parts.push(decoder.decode(bytes.subarray(from, at)), special)
      from = at + (isLone ? 3 : 1)
      at = from - 1
    }
    parts.push(decoder.decode(bytes.subarray(from)))
  } catch {
    return null
  }
  return parts.join('')
}

/** What a text cannot be longer than: phrases are longer than their bytes, all else is shorter. */
function lengthAtMost(bytes: Uint8Array): number {
  let length = bytes.length
  for (const byte of bytes) if (byte >= 0xc0) length += (PHRASES.get(byte)?.length ?? 1) - 1
  return length
}

function loneAt(bytes: Uint8Array, at: number): string | null {
  if ((bytes[at + 1] & 0xc0) !== 0x80 || (bytes[at + 2] & 0xc0) !== 0x80) return null
  return String.fromCharCode(0xd000 | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f))
}
