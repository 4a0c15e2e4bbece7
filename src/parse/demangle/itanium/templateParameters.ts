// What template parameters stand for.

import { NotMangled } from '../notMangled.ts'
import { deepestPrinted, type Found, type NamePrinter, type Scope } from './namePrinter.ts'
import type { Node } from './nodes.ts'

/** What a template parameter stands for. */
export function resolve(printer: NamePrinter, node: Extract<Node, { kind: 'parameter' }>, within: Scope | null): Found {
  const argument = within?.args[node.index]
  // Outside of an expansion in a fold, all of the pack is meant.
  const found = argument?.kind === 'pack' && printer.element >= 0 ? argument.items[printer.element] : argument
  if (!within || !found) throw new NotMangled()
  return { node: found, scope: within.outer }
}

/** The type behind parameters, of which qualifiers and references must know what it is. */
export function behind(printer: NamePrinter, node: Node, within: Scope | null = printer.scope): Found {
  let found: Found = { node, scope: within }
  for (let steps = 0; found.node.kind === 'parameter' && printer.declared === null; steps++) {
    if (steps > deepestPrinted) throw new NotMangled()
    found = resolve(printer, found.node, found.scope)
  }
  return found
}
