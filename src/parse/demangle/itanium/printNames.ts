// Names: scopes, template arguments, constructors, operators, and the functions that they are the names of.

import type { NamePrinter } from './namePrinter.ts'
import type { FunctionNode, Node } from './nodes.ts'
import { writeExpression } from './printExpressions.ts'
import { writeLambda } from './printLambdas.ts'
import { writeResult } from './printTypes.ts'

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
      const before = printer.template
      printer.template = node
      const text = withArgs(printer, printer.print(node.name), node.args)
      printer.template = before
      return text
    }
    case 'tagged':
      return `${printer.print(node.name)}[abi:${node.tag}]`
    case 'constructor':
      return (node.destroys ? '~' : '') + printer.print(node.of)
    case 'operator': {
      const text = node.text.trimEnd()
      return /^[a-z]/.test(text) ? `operator ${text}` : `operator${text}`
    }
    case 'conversion':
      return `operator ${writeConversion(printer, node.to)}`
    case 'literalOperator':
      return `operator"" ${printer.print(node.name)}`
    case 'lambda':
      return writeLambda(printer, node)
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

function withArgs(printer: NamePrinter, name: string, items: Node[]): string {
  const args = printer.printList(items)
  return `${name}${name.endsWith('<') ? ' ' : ''}<${args}${args.endsWith('>') && !printer.tookComma ? ' ' : ''}>`
}

/** Template parameters in it are those of the template that is being written: often the operator itself. */
function writeConversion(printer: NamePrinter, to: Node): string {
  const before = printer.scope
  if (printer.template) printer.scope = { args: printer.template.args, outer: before }
  const name = printer.print(to.kind === 'template' ? to.name : to)
  printer.scope = before
  // GNU's demangler takes the arguments of the type for those of the operator, and looks outside for what they mean.
  return to.kind === 'template' ? withArgs(printer, name, to.args) : name
}

/** The result, the name and the parameters, in the order of the text: what is met first decides about references. */
export function writeEncoding(printer: NamePrinter, name: Node, type: FunctionNode): string {
  // The const of a member function is written behind its parameters.
  let method = name
  while (method.kind === 'local') method = method.name
  const qualifiers = method.kind === 'methodQualified' ? method.qualifiers : []
  const end = method.kind === 'methodQualified' ? method.name : method
  const outer = printer.scope
  const own = end.kind === 'template' ? { args: end.args, outer } : outer
  printer.scope = own
  const returns = writeResult(printer, type)
  printer.scope = outer
  const text = printer.print(withoutQualifiers(name))
  printer.scope = own
  const rest = { ...type, returns: returns === '' ? type.returns : null }
  const whole = printer.print({ ...rest, qualifiers: [...type.qualifiers, ...qualifiers] }, { text, kind: 'none' })
  printer.scope = outer
  return returns + whole
}

function withoutQualifiers(name: Node): Node {
  if (name.kind === 'methodQualified') return name.name
  return name.kind === 'local' ? { ...name, name: withoutQualifiers(name.name) } : name
}
