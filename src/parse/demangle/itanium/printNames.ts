// Names: scopes, template arguments, constructors, operators, and the functions that they are the names of.

import type { NamePrinter } from './namePrinter.ts'
import type { FunctionNode, Node } from './nodes.ts'
import { writeExpression } from './printExpressions.ts'

export function writeName(printer: NamePrinter, node: Node): string {
  switch (node.kind) {
    case 'name':
    case 'builtin':
    case 'number':
      return node.text
    case 'nested':
      return `${printer.print(node.scope)}::${printer.print(node.name)}`
    case 'local': {
      const argument = node.argument === null ? '' : `{default arg#${node.argument + 1}}::`
      return `${printer.print(node.scope)}::${argument}${printer.print(node.name)}`
    }
    case 'template': {
      const name = printer.print(node.name)
      const args = printer.printList(node.args)
      return `${name}${name.endsWith('<') ? ' ' : ''}<${args}${args.endsWith('>') && !printer.tookComma ? ' ' : ''}>`
    }
    case 'tagged':
      return `${printer.print(node.name)}[abi:${node.tag}]`
    case 'constructor':
      return (node.destroys ? '~' : '') + lastName(printer, node.of)
    case 'operator': {
      const text = node.text.trimEnd()
      return /^[a-z]/.test(text) ? `operator ${text}` : `operator${text}`
    }
    case 'conversion':
      return `operator ${printer.print(node.to)}`
    case 'literalOperator':
      return `operator"" ${printer.print(node.name)}`
    case 'lambda':
      return writeLambda(printer, node.parameters, node.number)
    case 'unnamed':
      return `{unnamed type#${node.number}}`
    case 'bindings':
      return `[${node.names.map(name => printer.print(name)).join(', ')}]`
    case 'special':
      return node.text + printer.print(node.of) + (node.second ? node.second.text + printer.print(node.second.of) : '')
    case 'methodQualified':
      return printer.print(node.name) + node.qualifiers.join('')
    case 'clone':
      return `${printer.print(node.of)} [clone ${node.suffix}]`
    case 'pack':
      return printer.printList(node.items)
    case 'list':
      return printer.printList(node.items)
    case 'decltype':
      return `decltype (${printer.print(node.expression)})`
    default:
      return writeExpression(printer, node)
  }
}

function writeLambda(printer: NamePrinter, parameters: Node[], number: number): string {
  const before = printer.inLambda
  printer.inLambda = true
  const text = `{lambda(${printer.printList(parameters)})#${number}}`
  printer.inLambda = before
  return text
}

/** The name a constructor has from its class. */
function lastName(printer: NamePrinter, node: Node): string {
  let found = node
  for (;;) {
    if (found.kind === 'nested' && found.name.kind === 'unnamed') found = found.scope
    else if (found.kind === 'nested' || found.kind === 'local' || found.kind === 'template') found = found.name
    else if (found.kind === 'tagged') found = found.name
    else if (found.kind === 'name') return found.last ?? found.text
    else return printer.print(found)
  }
}

export function writeEncoding(printer: NamePrinter, name: Node, type: FunctionNode): string {
  // The const of a member function is written behind its parameters.
  let method = name
  while (method.kind === 'local') method = method.name
  const qualifiers = method.kind === 'methodQualified' ? method.qualifiers : []
  const before = printer.scope
  const end = method.kind === 'methodQualified' ? method.name : method
  if (end.kind === 'template') printer.scope = { args: end.args, outer: printer.scope }
  const text = printer.print(withoutQualifiers(name))
  const whole = printer.print({ ...type, qualifiers: [...type.qualifiers, ...qualifiers] }, { text, kind: 'none' })
  printer.scope = before
  return whole
}

function withoutQualifiers(name: Node): Node {
  if (name.kind === 'methodQualified') return name.name
  return name.kind === 'local' ? { ...name, name: withoutQualifiers(name.name) } : name
}
