import { textOf } from '../../parse/byteReader.ts'
import { type ElfSymbols, undefinedSection } from '../../parse/elfSymbols.ts'

/** Names of what a program takes from shared libraries, without the versions behind an `@`. */
export function importsOf({ length, section, names, nameOffset }: ElfSymbols): Set<string> {
  const imports = new Set<string>()
  for (let row = 1; row < length; row++)
    if (section[row] === undefinedSection) imports.add(textOf(names, nameOffset[row], LONGEST).replace(/@.*$/, ''))
  return imports
}

/** Of a longer name, the beginning does: none that is looked for is as long. */
const LONGEST = 256
