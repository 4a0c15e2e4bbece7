// Reads a mangled C++ name (Itanium ABI) into a tree. Whatever does not follow the grammar to its end is no mangled
// name, and is left as it is; a name that is too long, or nests too deep, too.

import { NotMangled } from '../notMangled.ts'
import { readEncoding } from './encodings.ts'
import { readExpression, readLiteral } from './expressions.ts'
import { NameReader, type Rules } from './nameReader.ts'
import type { Node } from './nodes.ts'
import { readParameters, readTemplateArgs, readType } from './types.ts'

const rules: Rules = {
  encoding: readEncoding,
  type: readType,
  parameters: readParameters,
  templateArgs: readTemplateArgs,
  expression: readExpression,
  literal: readLiteral,
}

/** Longer names than this, GNU's demangler leaves alone. */
const longest = 1024

/** The tree of `_Z…`; throws NotMangled. */
export function parseItanium(text: string): Node {
  if (text.length > longest) throw new NotMangled()
  const reader = new NameReader(text, rules, true)
  try {
    return parse(reader)
  } catch (error) {
    // Members of dependent classes are written in two ways, and only the end tells which it was.
    if (!reader.sawUnresolved) throw error
    return parse(new NameReader(text, rules, false))
  }
}

function parse(reader: NameReader): Node {
  reader.need('_Z')
  let found = readEncoding(reader)
  while (!reader.atEnd) {
    const [suffix] = /^\.[a-z_0-9]+(\.\d+)*/.exec(reader.text.slice(reader.at)) ?? reader.fail()
    reader.at += suffix.length
    found = { kind: 'clone', of: found, suffix }
  }
  return found
}
