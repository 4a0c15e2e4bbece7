// Writes the tree of a mangled C++ name the way GNU's demangler does, spaces included:
// `std::vector<int, std::allocator<int> >`, `char const*`, `int (*) [3]`.

import { type Declarator, NamePrinter } from './namePrinter.ts'
import type { Node } from './nodes.ts'
import { writeExpansion } from './printExpressions.ts'
import { writeLambdaParameter } from './printLambdas.ts'
import { writeEncoding, writeName } from './printNames.ts'
import { writeArray, writeFunction, writePointer, writeQualified } from './printTypes.ts'
import { resolve } from './templateParameters.ts'

/** The name as text; throws NotMangled where it makes no sense, or too much of it. */
export const printItanium = (tree: Node): string => new NamePrinter(write).print(tree)

function write(printer: NamePrinter, node: Node, around: Declarator): string {
  switch (node.kind) {
    case 'qualified':
      return writeQualified(printer, node.of, node.qualifiers, around)
    case 'pointer':
      return writePointer(printer, node, around)
    case 'member':
      return printer.print(node.to, { text: ` ${printer.print(node.of)}::*${around.text}`, kind: 'member' })
    case 'suffixed':
      return printer.print(node.of, { text: node.suffix + around.text, kind: 'qualifier' })
    case 'vector':
      return printer.print(node.of, { text: ` __vector(${printer.print(node.size)})${around.text}`, kind: 'qualifier' })
    case 'array':
      return writeArray(printer, node.of, node.size, around)
    case 'function':
      return writeFunction(printer, node, around)
    case 'parameter': {
      const { declared } = printer
      if (declared !== null) return writeLambdaParameter(printer, node.index, declared) + around.text
      return printer.printIn(resolve(printer, node, printer.scope), around)
    }
    case 'encoding':
      return writeEncoding(printer, node.name, node.type)
    case 'expansion':
      return writeExpansion(printer, node.of, around)
    default:
      return writeName(printer, node) + around.text
  }
}
