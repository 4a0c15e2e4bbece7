// Lambdas: the template parameters that they declare, and those that an `auto` stands for.

import { NotMangled } from '../notMangled.ts'
import type { NamePrinter } from './namePrinter.ts'
import type { Node, TemplateParameter } from './nodes.ts'

type Lambda = Extract<Node, { kind: 'lambda' }>

export function writeLambda(printer: NamePrinter, { head, parameters, number }: Lambda): string {
  const { scope, declared } = printer
  if (head.length > 0) printer.scope = { args: head, outer: scope }
  const declarations = head.map((parameter, i) => {
    printer.declared = i
    return writeDeclaration(printer, parameter, ` ${nameOf(parameter, i)}`)
  })
  printer.declared = head.length
  const template = head.length > 0 ? `<${declarations.join(', ')}>` : ''
  const text = `{lambda${template}(${printer.printList(parameters)})#${number}}`
  printer.scope = scope
  printer.declared = declared
  return text
}

function writeDeclaration(printer: NamePrinter, parameter: TemplateParameter, name: string): string {
  const end = (parameter.isPack ? '...' : '') + name
  if (parameter.kind === 'typeParameter') return `typename${end}`
  if (parameter.kind === 'valueParameter') return printer.print(parameter.type) + end
  const head = parameter.head.map(each => writeDeclaration(printer, each, ''))
  return `template<${head.join(', ')}> class${end}`
}

const letters = { typeParameter: 'T', valueParameter: 'N', templateParameter: 'TT' }
const nameOf = (parameter: TemplateParameter, index: number) => `$${letters[parameter.kind]}${index}`

/** The name of a template parameter in the parameters of a lambda: those behind the declared ones are `auto`. */
export function writeLambdaParameter(printer: NamePrinter, index: number, declared: number): string {
  if (index >= declared) return `auto:${index + 1}`
  const found = printer.scope?.args[index]
  if (found?.kind === 'typeParameter' || found?.kind === 'valueParameter' || found?.kind === 'templateParameter')
    return nameOf(found, index)
  throw new NotMangled()
}
