// How often a pattern is written for a pack of template arguments.

import type { NamePrinter } from './namePrinter.ts'
import type { Node } from './nodes.ts'

/** How many elements the first pack in a pattern has; -1 without one. */
export function packLength(printer: NamePrinter, pattern: Node): number {
  if (printer.declared !== null) return -1
  const open: Node[] = [pattern]
  for (let steps = 0; open.length > 0 && steps < 4096; steps++) {
    const node = open.pop() as Node
    if (node.kind === 'parameter') {
      const found = printer.scope?.args[node.index]
      if (found?.kind === 'pack') return found.items.length
      continue
    }
    if (node.kind === 'expansion' || node.kind === 'lambda' || node.kind === 'name') continue
    open.push(...[...partsOf(node)].reverse())
  }
  return -1
}

/** The nodes that a node is made of, in reading order. */
function partsOf(node: Node): Node[] {
  switch (node.kind) {
    case 'nested':
    case 'local':
      return [node.scope, node.name]
    case 'template':
      return [node.name, ...node.args]
    case 'methodQualified':
      return [node.name]
    case 'pack':
    case 'list':
      return node.items
    case 'braces':
      return node.type ? [node.type, ...node.items] : node.items
    case 'qualified':
    case 'suffixed':
    case 'array':
    case 'vector':
      return [node.of]
    case 'pointer':
      return [node.to]
    case 'member':
      return [node.of, node.to]
    case 'function':
      return node.returns ? [node.returns, ...node.parameters] : node.parameters
    case 'encoding':
      return [node.name, node.type]
    case 'decltype':
      return [node.expression]
    case 'unary':
      return [node.operand]
    case 'cast':
      return [node.to, node.operand]
    case 'conversion':
      return [node.to]
    case 'literal':
      return [node.type]
    case 'binary':
      return [node.left, node.right]
    case 'conditional':
      return [node.first, node.second, node.third]
    default:
      return []
  }
}
