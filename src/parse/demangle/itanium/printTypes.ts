// Types, written around what they declare.

import { type Declarator, deepestPrinted, type NamePrinter } from './namePrinter.ts'
import type { FunctionNode, Node } from './nodes.ts'
import { behind } from './templateParameters.ts'

export function writeQualified(printer: NamePrinter, of: Node, qualifiers: string[], around: Declarator): string {
  const found = behind(printer, of)
  const inner = found.node
  // A const array is an array of const elements; const of const is const.
  if (inner.kind === 'array')
    return printer.print({ ...inner, of: { kind: 'qualified', of: inner.of, qualifiers } }, around)
  if (inner.kind === 'qualified' && inner.qualifiers.some(each => qualifiers.includes(each))) {
    const rest = inner.qualifiers.filter(each => !qualifiers.includes(each))
    const all = [...rest, ...qualifiers]
    return printer.printIn({ ...found, node: { kind: 'qualified', of: inner.of, qualifiers: all } }, around)
  }
  const text = qualifiers.join('')
  return printer.printIn(found, { text: text + around.text, kind: text === '' ? around.kind : 'qualifier' })
}

export function writePointer(printer: NamePrinter, to: Node, mark: '*' | '&' | '&&', around: Declarator): string {
  const found = mark === '*' ? { node: to, scope: printer.scope } : behind(printer, to)
  const inner = found.node
  // A reference to a reference is one reference, && only if both are.
  if (inner.kind === 'pointer' && inner.mark !== '*' && to.kind !== 'pointer')
    return printer.printIn(
      { ...found, node: { ...inner, mark: inner.mark === '&' || mark === '&' ? '&' : '&&' } },
      around,
    )
  const space = around.kind === 'function' && around.text.startsWith('(') && mark !== '*' ? ' ' : ''
  return printer.printIn(found, { text: mark + space + around.text, kind: 'pointer' })
}

export function writeArray(printer: NamePrinter, of: Node, size: Node | null, around: Declarator): string {
  const bounds = `[${size ? printer.print(size) : ''}]`
  if (around.kind === 'none') return printer.print(of, { text: ` ${bounds}`, kind: 'array' })
  if (around.kind === 'array') return printer.print(of, { text: around.text + bounds, kind: 'array' })
  return printer.print(of, { text: ` (${around.text}) ${bounds}`, kind: 'array' })
}

export function writeFunction(printer: NamePrinter, node: FunctionNode, around: Declarator): string {
  const wrapped = around.kind === 'pointer' || around.kind === 'qualifier' || around.kind === 'member'
  const inner = around.kind === 'member' ? around.text.trimStart() : around.text
  const tail = `(${printer.printList(node.parameters)})${node.qualifiers.map(each => writeQualifier(printer, each)).join('')}`
  const declarator = (wrapped ? `(${inner})` : inner) + tail
  if (!node.returns) return declarator
  if (!wrapsAround(printer, node.returns)) return `${printer.print(node.returns)} ${declarator}`
  return printer.print(node.returns, { text: declarator, kind: 'function' })
}

/** Whether a type is written around what it declares: a pointer to a function or an array, however it is qualified. */
function wrapsAround(printer: NamePrinter, type: Node): boolean {
  let found = behind(printer, type)
  for (let steps = 0; steps < deepestPrinted; steps++) {
    const { node } = found
    if (node.kind === 'pointer' || node.kind === 'member') found = behind(printer, node.to, found.scope)
    else if (node.kind === 'qualified' || node.kind === 'suffixed') found = behind(printer, node.of, found.scope)
    else break
  }
  return found.node.kind === 'function' || found.node.kind === 'array'
}

function writeQualifier(printer: NamePrinter, qualifier: FunctionNode['qualifiers'][number]): string {
  return typeof qualifier === 'string' ? qualifier : `${qualifier.text}(${printer.printList(qualifier.of)})`
}
