// Writes the tree of a mangled C++ name the way GNU's demangler does, spaces included: `std::vector<int, std::allocator<int> >`,
// `char const*`, `int (*) [3]`.

import type { FunctionNode, Node, Operator } from './nodes.ts'
import { NotMangled } from './parse.ts'

/** What a type is written around: ` *` of a pointer, a function's name and parameters, nothing. */
interface Declarator {
  text: string
  /** What it begins with; decides about spaces and parentheses. */
  kind: 'none' | 'pointer' | 'qualifier' | 'member' | 'array' | 'function'
}

/** Arguments of the templates that the text is within, innermost first. */
interface Scope {
  args: Node[]
  outer: Scope | null
}

/** A node and where its template parameters are to be looked up. */
interface Found {
  node: Node
  scope: Scope | null
}

const nothing: Declarator = { text: '', kind: 'none' }
const deepest = 1024
/** Longer names than this are left as they are: a name of a hundred bytes can stand for gigabytes. */
const longest = 1 << 18

/** The name as text; throws {@link NotMangled} where it makes no sense, or too much of it. */
export function printItanium(tree: Node): string {
  let depth = 0
  let printed = 0
  /** Which of the elements of an argument pack is being written. */
  let element = 0
  // Template parameters mean what they mean where they are written, not where they are read: a repeated type may have
  // been read within another template.
  let scope: Scope | null = null
  let inLambda = false
  /**
   * GNU's demangler takes a comma back where an empty pack follows it, but goes on believing that the last thing it
   * wrote was the space behind the comma, and leaves out the one between `>` and `>`.
   */
  let tookComma = false

  function print(node: Node, around: Declarator = nothing): string {
    if (++depth > deepest) throw new NotMangled()
    const text = write(node, around)
    if (text !== '' && !isList(node)) tookComma = false
    printed += text.length
    if (text.length > longest || printed > 64 * longest) throw new NotMangled()
    depth--
    return text
  }

  function printIn(found: Found, around: Declarator): string {
    const before = scope
    scope = found.scope
    const text = print(found.node, around)
    scope = before
    return text
  }

  function write(node: Node, around: Declarator): string {
    switch (node.kind) {
      case 'qualified':
        return writeQualified(node.of, node.qualifiers, around)
      case 'pointer':
        return writePointer(node.to, node.mark, around)
      case 'member':
        return print(node.to, { text: ` ${print(node.of)}::*${around.text}`, kind: 'member' })
      case 'suffixed':
        return print(node.of, { text: node.suffix + around.text, kind: 'qualifier' })
      case 'vector':
        return print(node.of, { text: ` __vector(${print(node.size)})${around.text}`, kind: 'qualifier' })
      case 'array':
        return writeArray(node.of, node.size, around)
      case 'function':
        return writeFunction(node, around)
      case 'parameter': {
        if (inLambda) return `auto:${node.index + 1}${around.text}`
        return printIn(resolve(node, scope), around)
      }
      case 'encoding':
        return writeEncoding(node.name, node.type)
      case 'expansion':
        return writeExpansion(node.of, around)
      default:
        return writeName(node) + around.text
    }
  }

  function writeName(node: Node): string {
    switch (node.kind) {
      case 'name':
      case 'builtin':
      case 'number':
        return node.text
      case 'nested':
        return `${print(node.scope)}::${print(node.name)}`
      case 'local': {
        const argument = node.argument === null ? '' : `{default arg#${node.argument + 1}}::`
        return `${print(node.scope)}::${argument}${print(node.name)}`
      }
      case 'template': {
        const name = print(node.name)
        const args = writeList(node.args)
        return `${name}${name.endsWith('<') ? ' ' : ''}<${args}${args.endsWith('>') && !tookComma ? ' ' : ''}>`
      }
      case 'tagged':
        return `${print(node.name)}[abi:${node.tag}]`
      case 'constructor':
        return (node.destroys ? '~' : '') + lastName(node.of)
      case 'operator': {
        const text = node.text.trimEnd()
        return /^[a-z]/.test(text) ? `operator ${text}` : `operator${text}`
      }
      case 'conversion':
        return `operator ${print(node.to)}`
      case 'literalOperator':
        return `operator"" ${print(node.name)}`
      case 'lambda':
        return writeLambda(node.parameters, node.number)
      case 'unnamed':
        return `{unnamed type#${node.number}}`
      case 'bindings':
        return `[${node.names.map(name => print(name)).join(', ')}]`
      case 'special':
        return node.text + print(node.of) + (node.second ? node.second.text + print(node.second.of) : '')
      case 'methodQualified':
        return print(node.name) + node.qualifiers.join('')
      case 'clone':
        return `${print(node.of)} [clone ${node.suffix}]`
      case 'pack':
        return writeList(node.items)
      case 'list':
        return writeList(node.items)
      case 'decltype':
        return `decltype (${print(node.expression)})`
      default:
        return writeExpression(node)
    }
  }

  /** Items with commas between; an empty pack takes the comma before it away. */
  function writeList(items: Node[]): string {
    const texts = items.map(item => print(item))
    let text = ''
    for (let i = texts.length - 1; i >= 0; i--) text = text === '' ? texts[i] : `${texts[i]}, ${text}`
    if (texts.length > 1 && texts[texts.length - 1] === '') tookComma = true
    return text
  }

  function writeLambda(parameters: Node[], number: number): string {
    const before = inLambda
    inLambda = true
    const text = `{lambda(${writeList(parameters)})#${number}}`
    inLambda = before
    return text
  }

  /** What a template parameter stands for. */
  function resolve(node: Extract<Node, { kind: 'parameter' }>, within: Scope | null): Found {
    const found = within?.args[node.index]
    if (!within || !found) throw new NotMangled()
    if (found.kind !== 'pack') return { node: found, scope: within.outer }
    // Outside of an expansion in a fold, all of the pack is meant.
    return { node: element < 0 ? found : (found.items[element] ?? { kind: 'name', text: '' }), scope: within.outer }
  }

  /** The type behind parameters, of which qualifiers and references must know what it is. */
  function behind(node: Node, within: Scope | null = scope): Found {
    let found: Found = { node, scope: within }
    for (let steps = 0; found.node.kind === 'parameter' && !inLambda; steps++) {
      if (steps > deepest) throw new NotMangled()
      found = resolve(found.node, found.scope)
    }
    return found
  }

  function writeQualified(of: Node, qualifiers: string[], around: Declarator): string {
    const found = behind(of)
    const inner = found.node
    // A const array is an array of const elements; const of const is const.
    if (inner.kind === 'array') return print({ ...inner, of: { kind: 'qualified', of: inner.of, qualifiers } }, around)
    if (inner.kind === 'qualified' && inner.qualifiers.some(each => qualifiers.includes(each))) {
      const rest = inner.qualifiers.filter(each => !qualifiers.includes(each))
      const all = [...rest, ...qualifiers]
      return printIn({ ...found, node: { kind: 'qualified', of: inner.of, qualifiers: all } }, around)
    }
    const text = qualifiers.join('')
    return printIn(found, { text: text + around.text, kind: text === '' ? around.kind : 'qualifier' })
  }

  function writePointer(to: Node, mark: '*' | '&' | '&&', around: Declarator): string {
    const found = mark === '*' ? { node: to, scope } : behind(to)
    const inner = found.node
    // A reference to a reference is one reference, && only if both are.
    if (inner.kind === 'pointer' && inner.mark !== '*' && to.kind !== 'pointer')
      return printIn({ ...found, node: { ...inner, mark: inner.mark === '&' || mark === '&' ? '&' : '&&' } }, around)
    const space = around.kind === 'function' && around.text.startsWith('(') && mark !== '*' ? ' ' : ''
    return printIn(found, { text: mark + space + around.text, kind: 'pointer' })
  }

  function writeArray(of: Node, size: Node | null, around: Declarator): string {
    const bounds = `[${size ? print(size) : ''}]`
    if (around.kind === 'none') return print(of, { text: ` ${bounds}`, kind: 'array' })
    if (around.kind === 'array') return print(of, { text: around.text + bounds, kind: 'array' })
    return print(of, { text: ` (${around.text}) ${bounds}`, kind: 'array' })
  }

  function writeFunction(node: FunctionNode, around: Declarator): string {
    const wrapped = around.kind === 'pointer' || around.kind === 'qualifier' || around.kind === 'member'
    const inner = around.kind === 'member' ? around.text.trimStart() : around.text
    const tail = `(${writeList(node.parameters)})${node.qualifiers.map(writeQualifier).join('')}`
    const declarator = (wrapped ? `(${inner})` : inner) + tail
    if (!node.returns) return declarator
    if (!wrapsAround(node.returns)) return `${print(node.returns)} ${declarator}`
    return print(node.returns, { text: declarator, kind: 'function' })
  }

  /** Whether a type is written around what it declares: a pointer to a function or an array, however it is qualified. */
  function wrapsAround(type: Node): boolean {
    let found = behind(type)
    for (let steps = 0; steps < deepest; steps++) {
      const { node } = found
      if (node.kind === 'pointer' || node.kind === 'member') found = behind(node.to, found.scope)
      else if (node.kind === 'qualified' || node.kind === 'suffixed') found = behind(node.of, found.scope)
      else break
    }
    return found.node.kind === 'function' || found.node.kind === 'array'
  }

  function writeQualifier(qualifier: FunctionNode['qualifiers'][number]): string {
    return typeof qualifier === 'string' ? qualifier : `${qualifier.text}(${writeList(qualifier.of)})`
  }

  function writeEncoding(name: Node, type: FunctionNode): string {
    // The const of a member function is written behind its parameters.
    let method = name
    while (method.kind === 'local') method = method.name
    const qualifiers = method.kind === 'methodQualified' ? method.qualifiers : []
    const before = scope
    const end = method.kind === 'methodQualified' ? method.name : method
    if (end.kind === 'template') scope = { args: end.args, outer: scope }
    const text = print(withoutQualifiers(name))
    const whole = print({ ...type, qualifiers: [...type.qualifiers, ...qualifiers] }, { text, kind: 'none' })
    scope = before
    return whole
  }

  function withoutQualifiers(name: Node): Node {
    if (name.kind === 'methodQualified') return name.name
    return name.kind === 'local' ? { ...name, name: withoutQualifiers(name.name) } : name
  }

  function writeExpansion(of: Node, around: Declarator): string {
    const length = packLength(of)
    if (length < 0) return `${operand(of)}...${around.text}`
    const before = element
    const items: string[] = []
    for (element = 0; element < length; element++) items.push(print(of))
    element = before
    return items.join(', ') + around.text
  }

  /** How many elements the first pack in a pattern has; -1 without one. */
  function packLength(pattern: Node): number {
    const open: Node[] = [pattern]
    for (let steps = 0; open.length > 0 && steps < 4096; steps++) {
      const node = open.pop() as Node
      if (node.kind === 'parameter') {
        const found = inLambda ? undefined : scope?.args[node.index]
        if (found?.kind === 'pack') return found.items.length
        continue
      }
      if (node.kind === 'expansion' || node.kind === 'lambda' || node.kind === 'name') continue
      open.push(...partsOf(node).reverse())
    }
    return -1
  }

  /** The name a constructor has from its class. */
  function lastName(node: Node): string {
    let found = node
    for (;;) {
      if (found.kind === 'nested' && found.name.kind === 'unnamed') found = found.scope
      else if (found.kind === 'nested' || found.kind === 'local' || found.kind === 'template') found = found.name
      else if (found.kind === 'tagged') found = found.name
      else if (found.kind === 'name') return found.last ?? found.text
      else return print(found)
    }
  }

  function writeExpression(node: Node): string {
    switch (node.kind) {
      case 'literal':
        return writeLiteral(node.type, node.value, node.negative)
      case 'functionParameter':
        return node.number === 0 ? 'this' : `{parm#${node.number}}`
      case 'braces':
        return `${node.type ? print(node.type) : ''}{${writeList(node.items)}}`
      case 'cast':
        return `(${print(node.to)})${operand(node.operand)}`
      case 'unary':
        return writeUnary(node)
      case 'binary':
        return writeBinary(node.operator, node.left, node.right)
      case 'conditional':
        return `${operand(node.first)}${node.operator.text}${operand(node.second)} : ${operand(node.third)}`
      case 'fold':
        return writeFold(node)
      case 'new': {
        const placement = node.placement.length > 0 ? `(${writeList(node.placement)}) ` : ''
        return `new ${placement}${print(node.type)}${node.init ? operand(node.init) : ''}`
      }
      default:
        throw new NotMangled()
    }
  }

  /** An operand is in parentheses unless it is a plain name. */
  function operand(node: Node): string {
    const plain =
      node.kind === 'name' || node.kind === 'nested' || node.kind === 'braces' || node.kind === 'functionParameter'
    return plain ? print(node) : `(${print(node)})`
  }

  function writeUnary(node: Extract<Node, { kind: 'unary' }>): string {
    const operator = node.operator as Operator
    const { code } = operator
    if (code === 'sZ') return String(Math.max(0, packLength(node.operand)))
    if (code === 'sP' && node.operand.kind === 'list')
      return String(
        node.operand.items.reduce(
          (sum, item) => sum + (item.kind === 'expansion' ? Math.max(0, packLength(item.of)) : 1),
          0,
        ),
      )
    let of = node.operand
    if (code === 'ad' && of.kind === 'encoding' && of.name.kind === 'nested') of = of.name
    if (node.isSuffix) return operand(of) + operator.text
    if (code === 'gs') return operator.text + print(of)
    if (code === 'st' || code === 'nx') return `${operator.text}(${print(of)})`
    return operator.text + operand(of)
  }

  function writeBinary(operator: Operator, left: Node, right: Node): string {
    const { code, text } = operator
    if (code === 'cc' || code === 'dc' || code === 'rc' || code === 'sc')
      return `${text}<${print(left)}>(${print(right)})`
    if (code === 'cl') return `${operand(left.kind === 'encoding' ? left.name : left)}${operand(right)}`
    if (code === 'ix') return `${operand(left)}[${print(right)}]`
    if (code === 'di')
      return `.${print(left)}${right.kind === 'binary' && right.operator.code === 'di' ? '' : '='}${print(right)}`
    const whole = `${operand(left)}${text}${operand(right)}`
    return text === '>' ? `(${whole})` : whole
  }

  function writeFold({ code, operator, first, second }: Extract<Node, { kind: 'fold' }>): string {
    const before = element
    element = -1 // the whole pack
    const one = operand(first)
    const two = second ? operand(second) : ''
    element = before
    if (code === 'fl') return `(...${operator.text}${one})`
    if (code === 'fr') return `(${one}${operator.text}...)`
    return `(${one}${operator.text}...${operator.text}${two})`
  }

  function writeLiteral(type: Node, value: string, negative: boolean): string {
    const sign = negative ? '-' : ''
    const style = type.kind === 'builtin' ? type.literal : 'cast'
    if (style === 'bool' && !negative && (value === '0' || value === '1')) return value === '0' ? 'false' : 'true'
    if (style === 'plain') return sign + value
    if (style === 'float') return `(${print(type)})${sign}[${value}]`
    if (style === 'cast' || style === 'bool') return `(${print(type)})${sign}${value}`
    return sign + value + style
  }

  return print(tree)
}

/** Whether a node writes nothing but other nodes. */
function isList({ kind }: Node): boolean {
  return kind === 'list' || kind === 'pack' || kind === 'expansion' || kind === 'parameter'
}

/** The nodes that a node is made of, in reading order. */
function partsOf(node: Node): Node[] {
  switch (node.kind) {
    case 'nested':
    case 'local':
      return [node.scope, node.name]
    case 'template':
      return [node.name, ...node.args]
    case 'tagged':
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
