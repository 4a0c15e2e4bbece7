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
  /** How often each node is being written at the moment: a repeated type can be within itself. */
  readonly #open = new Map<Node, number>()
  /**
   * Template parameters mean what they mean where they are written, not where they are read: a repeated type may have
   * been read within another template.
   */
  scope: Scope | null = null
  /** The template whose name or arguments are being written. */
  template: Extract<Node, { kind: 'template' }> | null = null
  /**
   * For each template parameter that was referred to, as in `T&`, the scope that it was first met in. Repeated within
   * another template, it keeps that scope, even where it should not: so does GNU's demangler.
   */
  readonly scopesOfReferences = new Map<Node, Scope | null>()
  /** Which of the elements of an argument pack is being written, or was last; -1 for all. */
  element = 0
  /** The `const` and `volatile` that are to be written behind the node: within it they are not repeated. */
  qualifiers: string[] = []
  /** Within the parameters of a lambda, how many template parameters it declares: others are an `auto`. */
  declared: number | null = null
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
    const { qualifiers } = this
    const open = this.timesOpen(node)
    if (++this.#depth > deepestPrinted || open > 1) throw new NotMangled()
    this.#open.set(node, open + 1)
    if (hidesQualifiers.has(node.kind)) this.qualifiers = []
    const text = this.#write(this, node, around)
    this.qualifiers = qualifiers
    this.#open.set(node, open)
    if (text !== '' && !isList(node)) this.tookComma = false
    this.#printed += text.length
    if (text.length > longest || this.#printed > 64 * longest) throw new NotMangled()
    this.#depth--
    return text
  }

  timesOpen(node: Node): number {
    return this.#open.get(node) ?? 0
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

/** Kinds of nodes of which what qualifies them is not about the nodes that they are made of. */
const hidesQualifiers = new Set<Node['kind']>([
  'template',
  'encoding',
  'function',
  'pointer',
  'member',
  'array',
  'suffixed',
  'vector',
])

/** Whether a node writes nothing but other nodes. */
function isList({ kind }: Node): boolean {
  return kind === 'list' || kind === 'pack' || kind === 'expansion' || kind === 'parameter'
}
