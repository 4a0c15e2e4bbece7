// Expressions, with a good many parentheses.

import { NotMangled } from '../notMangled.ts'
import type { Declarator, NamePrinter } from './namePrinter.ts'
import type { Node, Operator } from './nodes.ts'
import { packLength } from './packs.ts'

export function writeExpression(printer: NamePrinter, node: Node): string {
  switch (node.kind) {
    case 'literal':
      return writeLiteral(printer, node.type, node.value, node.negative)
    case 'functionParameter':
      return node.number === 0 ? 'this' : `{parm#${node.number}}`
    case 'braces':
      return `${node.type ? printer.print(node.type) : ''}{${printer.printList(node.items)}}`
    case 'cast':
      return `(${printer.print(node.to)})${operand(printer, node.operand)}`
    case 'unary':
      return writeUnary(printer, node)
    case 'binary':
      return writeBinary(printer, node.operator, node.left, node.right)
    case 'conditional':
      return writeConditional(printer, node)
    case 'fold':
      return writeFold(printer, node)
    case 'new': {
      const placement = node.placement.length > 0 ? `(${printer.printList(node.placement)}) ` : ''
      return `new ${placement}${printer.print(node.type)}${node.init ? operand(printer, node.init) : ''}`
    }
    default:
      throw new NotMangled()
  }
}

/** An operand: in parentheses unless it is a plain name. */
function operand(printer: NamePrinter, node: Node): string {
  const plain =
    node.kind === 'name' || node.kind === 'nested' || node.kind === 'braces' || node.kind === 'functionParameter'
  return plain ? printer.print(node) : `(${printer.print(node)})`
}

/** A pattern for each element of a pack. */
export function writeExpansion(printer: NamePrinter, of: Node, around: Declarator): string {
  const length = packLength(printer, of)
  if (length < 0) return `${operand(printer, of)}...${around.text}`
  const items: string[] = []
  for (let i = 0; i < length; i++) {
    printer.element = i
    items.push(printer.print(of))
  }
  return items.join(', ') + around.text
}

function writeUnary(printer: NamePrinter, node: Extract<Node, { kind: 'unary' }>): string {
  const operator = node.operator as Operator
  const { code } = operator
  if (code === 'sZ') return String(Math.max(0, packLength(printer, node.operand)))
  if (code === 'sP' && node.operand.kind === 'list')
    return String(
      node.operand.items.reduce(
        (sum, item) => sum + (item.kind === 'expansion' ? Math.max(0, packLength(printer, item.of)) : 1),
        0,
      ),
    )
  let of = node.operand
  if (code === 'ad' && of.kind === 'encoding' && of.name.kind === 'nested') of = of.name
  if (node.isSuffix) return operand(printer, of) + operator.text
  if (code === 'gs') return operator.text + printer.print(of)
  if (code === 'st') return `${operator.text}(${printer.print(of)})`
  return operator.text + operand(printer, of)
}

function writeBinary(printer: NamePrinter, operator: Operator, left: Node, right: Node): string {
  const { code, text } = operator
  if (code === 'cc' || code === 'dc' || code === 'rc' || code === 'sc')
    return `${text}<${printer.print(left)}>(${printer.print(right)})`
  if (code === 'cl') return `${operand(printer, left.kind === 'encoding' ? left.name : left)}${operand(printer, right)}`
  if (code === 'ix') return `${operand(printer, left)}[${printer.print(right)}]`
  if (code === 'di') return `.${printer.print(left)}${writeInitialiser(printer, right)}`
  if (code === 'dx') return `[${printer.print(left)}]${writeInitialiser(printer, right)}`
  const whole = `${operand(printer, left)}${text}${operand(printer, right)}`
  return text === '>' ? `(${whole})` : whole
}

function writeConditional(printer: NamePrinter, node: Extract<Node, { kind: 'conditional' }>): string {
  const { operator, first, second, third } = node
  if (operator.code === 'dX')
    return `[${printer.print(first)} ... ${printer.print(second)}]${writeInitialiser(printer, third)}`
  return `${operand(printer, first)}${operator.text}${operand(printer, second)} : ${operand(printer, third)}`
}

/** The value of a member or an element, or the designator of what is within it. */
function writeInitialiser(printer: NamePrinter, value: Node): string {
  const isDesignated =
    (value.kind === 'binary' || value.kind === 'conditional') && /^(di|dx|dX)$/.test(value.operator.code)
  return isDesignated ? printer.print(value) : `=${operand(printer, value)}`
}

function writeFold(printer: NamePrinter, { code, operator, first, second }: Extract<Node, { kind: 'fold' }>): string {
  const before = printer.element
  printer.element = -1 // the whole pack
  const one = operand(printer, first)
  const two = second ? operand(printer, second) : ''
  printer.element = before
  if (code === 'fl') return `(...${operator.text}${one})`
  if (code === 'fr') return `(${one}${operator.text}...)`
  return `(${one}${operator.text}...${operator.text}${two})`
}

function writeLiteral(printer: NamePrinter, type: Node, value: string, negative: boolean): string {
  const sign = negative ? '-' : ''
  const style = type.kind === 'builtin' ? type.literal : 'cast'
  if (style === 'bool' && !negative && (value === '0' || value === '1')) return value === '0' ? 'false' : 'true'
  if (style === 'plain') return sign + value
  if (style === 'float') return `(${printer.print(type)})${sign}[${value}]`
  if (style === 'cast' || style === 'bool') return `(${printer.print(type)})${sign}${value}`
  return sign + value + style
}
