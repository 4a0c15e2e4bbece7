// Types without a name: lambdas, with the template parameters that some of them declare, and classes.

import type { NameReader } from './nameReader.ts'
import type { Node, TemplateParameter } from './nodes.ts'

export function readUnnamedType(reader: NameReader): Node {
  if (reader.take('Ut')) return reader.remember({ kind: 'unnamed', number: reader.compactNumber() + 1 })
  reader.need('Ul')
  const head: TemplateParameter[] = []
  while (/^T[yntp]/.test(reader.two())) head.push(templateParameter(reader))
  const parameters = reader.rules.parameters(reader, () => reader.take('E'))
  return { kind: 'lambda', head, parameters, number: reader.compactNumber() + 1 }
}

function templateParameter(reader: NameReader): TemplateParameter {
  const isPack = reader.take('Tp')
  if (reader.take('Ty')) return { kind: 'typeParameter', isPack }
  if (reader.take('Tn')) return { kind: 'valueParameter', isPack, type: reader.rules.type(reader) }
  reader.need('Tt')
  const head: TemplateParameter[] = []
  while (!reader.take('E')) head.push(templateParameter(reader))
  return { kind: 'templateParameter', isPack, head }
}
