// Names as people wrote them, from names as linkers know them.

import { parseItanium } from './itanium/parse.ts'
import { printItanium } from './itanium/print.ts'
import { NotMangled } from './notMangled.ts'

/**
 * A symbol's name as gprof prints it: demangled where it is a mangled name, else as it is. One character for each byte.
 * What stands before the name on some systems, and the version behind it, are kept.
 */
export function demangle(name: string): string {
  const [, before, mangled, version] = /^([.$]*)([^@]*)(.*)$/s.exec(name) as RegExpExecArray
  const text = demangleItanium(mangled)
  return text === null ? name : before + text + version
}

function demangleItanium(name: string): string | null {
  if (!name.startsWith('_Z')) return null
  try {
    return printItanium(parseItanium(name))
  } catch (error) {
    if (error instanceof NotMangled) return null
    throw error
  }
}
