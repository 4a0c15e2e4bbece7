// Reads and writes at once: a v0 name says things in the order in which they are printed. What comes twice is written
// once, and then referred to by where it stands in the name (a back reference): so a short name can stand for a very
// long text, and be built to. How much is written, and how deep, is bounded.

import { NotMangled } from '../notMangled.ts'
import { decodePunycode } from './punycode.ts'

/** Deeper than this, GNU's demangler gives up, and so does this one, before the stack does. */
const deepest = 1024
/** Longer names than this, and those that take more steps, are left as they are. */
const longest = 1 << 18

export interface Identifier {
  text: string
  isEmpty: boolean
}

export class V0Reader {
  readonly #text: string
  #at = 0
  #depth = 0
  #steps = 0
  #written = ''
  /** Nothing is written, and no back reference followed, while what is read is not to be printed. */
  isSilent = false
  /** How many lifetimes the `for<…>` around this place have named. */
  lifetimes = 0

  /** `text` is the name behind `_R`, where back references count from. */
  constructor(text: string) {
    this.#text = text
  }

  fail(): never {
    throw new NotMangled()
  }

  get written(): string {
    return this.#written
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  write(text: string): void {
    if (this.isSilent) return
    this.#written += text
    if (this.#written.length > longest) this.fail()
  }

  peek(): string {
    return this.#text.charAt(this.#at)
  }

  next(): string {
    if (this.atEnd) this.fail()
    return this.#text.charAt(this.#at++)
  }

  take(wanted: string): boolean {
    if (this.peek() !== wanted) return false
    this.#at++
    return true
  }

  need(wanted: string): void {
    if (!this.take(wanted)) this.fail()
  }

  nested<T>(read: () => T): T {
    if (++this.#depth > deepest || ++this.#steps > longest) this.fail()
    const result = read()
    this.#depth--
    return result
  }

  silently(read: () => void): void {
    const before = this.isSilent
    this.isSilent = true
    read()
    this.isSilent = before
  }

  /**
   * Reads again what a `B…_` refers to; `otherwise` is the answer where nothing is printed. Compilers refer to what lies
   * before only, but GNU follows any reference; one that leads to itself ends by its depth.
   */
  again<T>(read: () => T, otherwise: T): T {
    const target = this.number()
    if (this.isSilent) return otherwise
    const after = this.#at
    this.#at = target
    const result = this.nested(read)
    this.#at = after
    return result
  }

  /** In base 62: `_` is 0, `0_` is 1, `Z_` is 62. Beyond 2⁵³ not exact, which only what is not printed ever is. */
  number(): number {
    if (this.take('_')) return 0
    let value = 0
    while (!this.take('_')) value = value * 62 + digitOf(this.next())
    return value + 1
  }

  /** A number that stands behind a letter; 0 without it. */
  optionalNumber(letter: string): number {
    return this.take(letter) ? this.number() + 1 : 0
  }

  /** Tells things of one name apart. */
  disambiguator(): number {
    return this.optionalNumber('s')
  }

  /** Digits of base 16 up to a `_`. */
  hexDigits(): string {
    const start = this.#at
    while (!this.take('_')) if (!/[0-9a-f]/.test(this.next())) this.fail()
    return this.#text.slice(start, this.#at - 1)
  }

  identifier(): Identifier {
    const isPunycode = this.take('u')
    const start = this.#at
    if (!this.take('0')) while (/[0-9]/.test(this.peek())) this.#at++
    const length = Number(this.#text.slice(start, this.#at))
    if (this.#at === start) this.fail()
    this.take('_')
    const end = this.#at + length
    if (end > this.#text.length) this.fail()
    const text = this.#text.slice(this.#at, end)
    this.#at = end
    if (!isPunycode) return { text, isEmpty: text === '' }
    const split = text.lastIndexOf('_')
    const digits = text.slice(split + 1)
    if (digits === '') this.fail()
    return { text: decodePunycode(text.slice(0, Math.max(0, split)), digits), isEmpty: false }
  }
}

function digitOf(character: string): number {
  const code = character.charCodeAt(0)
  if (character >= '0' && character <= '9') return code - 0x30
  if (character >= 'a' && character <= 'z') return code - 0x61 + 10
  if (character >= 'A' && character <= 'Z') return code - 0x41 + 36
  throw new NotMangled()
}
