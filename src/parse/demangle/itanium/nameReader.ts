// A cursor over a mangled name, with what the name has said so far. Names, types and expressions are written within
// one another to any depth; each of these has a file, and reaches those that come after it through the rules here.

import { NotMangled } from '../notMangled.ts'
import type { FunctionNode, Node } from './nodes.ts'

/** What the lower files need from the higher ones. */
export interface Rules {
  encoding(reader: NameReader): Node
  type(reader: NameReader): Node
  /** Types up to the end, which `ends` recognises; a single `void` is none. */
  parameters(reader: NameReader, ends: () => boolean): FunctionNode['parameters']
  templateArgs(reader: NameReader): Node[]
  expression(reader: NameReader): Node
  literal(reader: NameReader): Node
}

/** No name that a compiler makes nests deeper; GNU's demangler would go on, and a stack would not. */
const deepest = 512

export class NameReader {
  readonly text: string
  readonly rules: Rules
  /** Whether a dependent member is read in the newer of two grammars, and whether there was one for which it matters. */
  readonly isNewer: boolean
  sawUnresolved = false
  at = 0
  /** What `S_`, `S0_` and so on stand for. */
  readonly substitutions: Node[] = []
  /** The last identifier read outside of template arguments and tags: a constructor that follows has its name. */
  lastName: Node | null = null
  /** Within the type that a conversion operator converts to, whose own template arguments may follow. */
  inConversion = false
  /** Whether template arguments within such a type are the operator's, by where they begin: found by reading ahead. */
  readonly conversionArgs = new Map<number, boolean>()
  inExpression = false
  #depth = 0

  constructor(text: string, rules: Rules, isNewer: boolean) {
    this.text = text
    this.rules = rules
    this.isNewer = isNewer
  }

  fail(): never {
    throw new NotMangled()
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead)
  }

  /** The next two characters: most codes are that long. */
  two(): string {
    return this.text.slice(this.at, this.at + 2)
  }

  take(wanted: string): boolean {
    if (!this.text.startsWith(wanted, this.at)) return false
    this.at += wanted.length
    return true
  }

  need(wanted: string): void {
    if (!this.take(wanted)) this.fail()
  }

  /** Keeps what was just read, for a substitution to refer to. */
  remember<T extends Node>(node: T): T {
    this.substitutions.push(node)
    return node
  }

  nested<T>(read: () => T): T {
    if (++this.#depth > deepest) this.fail()
    const result = read()
    this.#depth--
    return result
  }

  /** What `read` reads, which is no name for a constructor behind it. */
  keepingLastName<T>(read: () => T): T {
    const before = this.lastName
    const result = read()
    this.lastName = before
    return result
  }

  listUntil(end: string, read: (reader: NameReader) => Node): Node[] {
    const list: Node[] = []
    while (!this.take(end)) list.push(read(this))
    return list
  }

  digits(): string {
    const start = this.at
    while (isDigit(this.peek())) this.at++
    return this.text.slice(start, this.at)
  }

  /** A number, 0 where there is none. */
  number(): number {
    const negative = this.take('n')
    const read = Number(this.digits())
    return negative ? -read : read
  }

  /** `_` is 0, `0_` is 1 and so on. */
  compactNumber(): number {
    if (this.take('_')) return 0
    if (this.peek() === 'n') this.fail()
    const value = this.number() + 1
    this.need('_')
    return value
  }
}

export const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character !== ''
