// What a whole symbol stands for: a function with its parameters, a variable, or something that the compiler made.

import type { NameReader } from './nameReader.ts'
import { readName } from './names.ts'
import type { Node } from './nodes.ts'
import { specialNames } from './tables.ts'
import { readFunction, readTemplateArg, readType } from './types.ts'

export const readEncoding = (reader: NameReader): Node => reader.nested(() => anyEncoding(reader))

function anyEncoding(reader: NameReader): Node {
  if (reader.peek() === 'G' || reader.peek() === 'T') return specialName(reader)
  const name = readName(reader)
  if (reader.atEnd || reader.peek() === 'E') return name
  return { kind: 'encoding', name, type: readFunction(reader, isMangledWithResult(name)) }
}

/** Functions from templates are mangled with their return type, constructors and conversions excepted. */
function isMangledWithResult(name: Node): boolean {
  if (name.kind === 'methodQualified' || name.kind === 'local') return isMangledWithResult(name.name)
  if (name.kind !== 'template') return false
  let end = name.name
  while (end.kind === 'nested' || end.kind === 'local') end = end.name
  return end.kind !== 'constructor' && end.kind !== 'conversion'
}

function specialName(reader: NameReader): Node {
  const code = reader.two()
  reader.at += 2
  const special = (text: string | undefined, of: Node): Node => ({ kind: 'special', text: text ?? reader.fail(), of })
  switch (code) {
    case 'TV':
    case 'TT':
    case 'TI':
    case 'TS':
    case 'TF':
      return special(specialNames[code], readType(reader))
    case 'TH':
    case 'TW':
    case 'GV':
      return special(specialNames[code], readName(reader))
    case 'TA':
      return special(specialNames[code], readTemplateArg(reader))
    case 'GA':
      return special(specialNames[code], readEncoding(reader))
    case 'Th':
    case 'Tv':
      callOffset(reader, code.charAt(1))
      return special(code === 'Th' ? 'non-virtual thunk to ' : 'virtual thunk to ', readEncoding(reader))
    case 'Tc':
      callOffset(reader, '')
      callOffset(reader, '')
      return special('covariant return thunk to ', readEncoding(reader))
    case 'TC': {
      const derived = readType(reader)
      reader.number()
      reader.need('_')
      const of = readType(reader)
      return { kind: 'special', text: 'construction vtable for ', of, second: { text: '-in-', of: derived } }
    }
    case 'GR': {
      const of = readName(reader)
      return special(`reference temporary #${reader.number()} for `, of)
    }
    case 'GT': {
      const isSafe = reader.peek() !== 'n'
      reader.at++
      return special(isSafe ? 'transaction clone for ' : 'non-transaction clone for ', readEncoding(reader))
    }
    default:
      return reader.fail()
  }
}

/** How far a thunk moves `this`; nothing of it is written. */
function callOffset(reader: NameReader, kind: string): void {
  const which = kind || reader.peek()
  if (!kind) reader.at++
  reader.number()
  reader.need('_')
  if (which === 'v') {
    reader.number()
    reader.need('_')
  } else if (which !== 'h') reader.fail()
}
