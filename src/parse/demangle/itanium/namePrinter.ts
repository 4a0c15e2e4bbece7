// What is known while a name is being written: the templates that the text is within, and how much there is already.

import { NotMangled } from '../notMangled.ts'
import type { Node } from './nodes.ts'

/** What a type is written around: ` *` of a pointer, a function's name and parameters, nothing. */
export interface Declarator {
  text: string
  /** What it begins with; decides about spaces and parentheses. */
  kind: 'none' | 'pointer' | 'qualifier' | 'member' | 'array' | 'function'
}

/** Arguments of the templates that the text is within, innermost first. */
export interface Scope {
  args: Node[]
  outer: Scope | null
}

/** A node and where its template parameters are to be looked up. */
export interface Found {
  node: Node
  scope: Scope | null
}

const nothing: Declarator = { text: '', kind: 'none' }
/** How deep a tree is written, with all that its template parameters stand for. */
export const deepestPrinted = 1024
/** Longer names than this are left as they are: a name of a hundred bytes can stand for gigabytes. */
const longest = 1 << 18

export class NamePrinter {
  readonly #write: (printer: NamePrinter, node: Node, around: Declarator) => string
  #depth = 0
  #printed = 0
  /**
   * Template parameters mean what they mean where they are written, not where they are read: a repeated type may have
   * been read within another template.
   */
  scope: Scope | null = null
  /** Which of the elements of an argument pack is being written; -1 for all. */
  element = 0
  /** Within the parameters of a lambda, where a template parameter is an `auto`. */
  inLambda = false
  /**
   * GNU's demangler takes a comma back where an empty pack follows it, but goes on believing that the last thing it
   * wrote was the space behind the comma, and leaves out the one between `>` and `>`.
   */
  tookComma = false

  /** `write` writes one node, and comes back here for what the node is made of. */
  constructor(write: (printer: NamePrinter, node: Node, around: Declarator) => string) {
    this.#write = write
  }

  print(node: Node, around: Declarator = nothing): string {
    if (++this.#depth > deepestPrinted) throw new NotMangled()
    const text = this.#write(this, node, around)
    if (text !== '' && !isList(node)) this.tookComma = false
    this.#printed += text.length
    if (text.length > longest || this.#printed > 64 * longest) throw new NotMangled()
    this.#depth--
    return text
  }

  printIn({ node, scope }: Found, around: Declarator): string {
    const before = this.scope
    this.scope = scope
    const text = this.print(node, around)
    this.scope = before
    return text
  }

  /** Items with commas between; an empty pack takes the comma before it away. */
  printList(items: Node[]): string {
    const texts = items.map(item => this.print(item))
    let text = ''
    for (let i = texts.length - 1; i >= 0; i--) text = text === '' ? texts[i] : `${texts[i]}, ${text}`
    if (texts.length > 1 && texts[texts.length - 1] === '') this.tookComma = true
    return text
  }
}

/** Whether a node writes nothing but other nodes. */
function isList({ kind }: Node): boolean {
  return kind === 'list' || kind === 'pack' || kind === 'expansion' || kind === 'parameter'
}
