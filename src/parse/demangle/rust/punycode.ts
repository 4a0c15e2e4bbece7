// Identifiers that are not ASCII are written in Punycode (RFC 3492): the ASCII characters, then, in digits of base 36,
// which other characters go where.

import { NotMangled } from '../notMangled.ts'

const base = 36
const lowest = 1
const highest = 26
/** No character is so far along; whoever gets here has made the name up. */
const farthest = 2 ** 31
/** Every character moves those behind it. */
const longest = 4096

/**
 * The identifier in UTF-8, one character for each byte. Empty where the digits end in the middle of a number, as GNU
 * has it; throws NotMangled where something is no digit.
 */
export function decodePunycode(ascii: string, digits: string): string {
  if (digits.length > longest) throw new NotMangled()
  const points = Array.from(ascii, character => character.charCodeAt(0))
  let code = 0x80
  let position = 0
  let bias = 72
  for (let at = 0; at < digits.length; position++) {
    let delta = 0
    let weight = 1
    for (let step = base; ; step += base) {
      if (at === digits.length) return ''
      const digit = digitOf(digits.charAt(at++))
      const threshold = Math.min(highest, Math.max(lowest, step - bias))
      delta += digit * weight
      if (delta > farthest) throw new NotMangled()
      if (digit < threshold) break
      weight *= base - threshold
    }
    const length = points.length + 1
    const sum = position + delta
    code += Math.floor(sum / length)
    position = sum % length
    points.splice(position, 0, code)
    bias = adapt(delta, length, length === ascii.length + 1)
  }
  return points.map(utf8).join('')
}

function digitOf(character: string): number {
  if (character >= 'a' && character <= 'z') return character.charCodeAt(0) - 0x61
  if (character >= '0' && character <= '9') return character.charCodeAt(0) - 0x30 + 26
  throw new NotMangled()
}

/** How long the next number will probably be. */
function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2))
  rest += Math.floor(rest / length)
  let bias = 0
  for (; rest > ((base - lowest) * highest) / 2; bias += base) rest = Math.floor(rest / (base - lowest))
  return bias + Math.floor(((base - lowest + 1) * rest) / (rest + 38))
}

function utf8(code: number): string {
  if (code < 0x80) return String.fromCharCode(code)
  const next = (shift: number) => 0x80 | ((code >>> shift) & 0x3f)
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >>> 6), next(0))
  if (code < 0x10000) return String.fromCharCode(0xe0 | (code >>> 12), next(6), next(0))
  return String.fromCharCode((0xf0 | (code >>> 18)) & 0xff, next(12), next(6), next(0))
}
