// Types, written around what they declare.

import { type Declarator, deepestPrinted, type NamePrinter } from './namePrinter.ts'
import type { FunctionNode, Node } from './nodes.ts'
import { behind, resolve } from './templateParameters.ts'

export function writeQualified(printer: NamePrinter, of: Node, all: string[], around: Declarator): string {
  const qualifiers = all.filter((each, i) => !all.includes(each, i + 1) && !printer.qualifiers.includes(each))
  const { node, scope } = behind(printer, of)
  // A const array is an array of const elements.
  if (node.kind === 'array')
    return printer.printIn({ node: { ...node, of: { kind: 'qualified', of: node.of, qualifiers } }, scope }, around)
  const before = printer.qualifiers
  printer.qualifiers = [...before, ...qualifiers]
  const text = qualifiers.join('')
  const whole = printer.print(of, { text: text + around.text, kind: text === '' ? around.kind : 'qualifier' })
  printer.qualifiers = before
  return whole
}

type Pointer = Extract<Node, { kind: 'pointer' }>

export function writePointer(printer: NamePrinter, node: Pointer, around: Declarator): string {
  const outer = printer.scope
  let { to, mark } = node
  let target = to
  if (mark !== '*' && to.kind === 'parameter' && printer.declared === null) {
    const first = printer.scopesOfReferences.get(to)
    if (first === undefined) printer.scopesOfReferences.set(to, outer)
    else if (printer.timesOpen(to) === 0 && printer.timesOpen(node) === 1) printer.scope = first
    target = resolve(printer, to, printer.scope).node
  }
  // A reference to a reference is one reference, && only if both are.
  if (mark !== '*' && target.kind === 'pointer' && target.mark !== '*') {
    if (target.mark === '&') mark = '&'
    to = target.to
  }
  const space = around.kind === 'function' && around.text.startsWith('(') && mark !== '*' ? ' ' : ''
  const text = printer.print(to, { text: mark + space + around.text, kind: 'pointer' })
  printer.scope = outer
  return text
}

export function writeArray(printer: NamePrinter, of: Node, size: Node | null, around: Declarator): string {
  const bounds = `[${size ? printer.print(size) : ''}]`
  if (around.kind === 'none') return printer.print(of, { text: ` ${bounds}`, kind: 'array' })
  if (around.kind === 'array') return printer.print(of, { text: around.text + bounds, kind: 'array' })
  return printer.print(of, { text: ` (${around.text.trimStart()}) ${bounds}`, kind: 'array' })
}

export function writeFunction(printer: NamePrinter, node: FunctionNode, around: Declarator): string {
  const wrapped = around.kind === 'pointer' || around.kind === 'qualifier' || around.kind === 'member'
  const inner = around.kind === 'member' ? around.text.trimStart() : around.text
  const returns = writeResult(printer, node)
  const tail = `(${printer.printList(node.parameters)})${node.qualifiers.map(each => writeQualifier(printer, each)).join('')}`
  const declarator = (wrapped ? `(${inner})` : inner) + tail
  if (!node.returns || returns !== '') return returns + declarator
  return printer.print(node.returns, { text: declarator, kind: 'function' })
}

/** The type of a function's result and a space; nothing where there is none, or where it is written around the rest. */
export function writeResult(printer: NamePrinter, { returns }: FunctionNode): string {
  return returns && !wrapsAround(printer, returns) ? `${printer.print(returns)} ` : ''
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
