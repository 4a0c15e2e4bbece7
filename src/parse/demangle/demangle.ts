// Names as people wrote them, from names as linkers know them.

import { parseItanium } from './itanium/parse.ts'
import { printItanium } from './itanium/print.ts'
import { NotMangled } from './notMangled.ts'
import { demangleLegacyRust } from './rust/legacy.ts'
import { demangleRustV0 } from './rust/v0.ts'

/**
 * A symbol's name as gprof prints it: demangled where it is a mangled name of C++ or Rust, else as it is; gprof leaves
 * those of D and Ada alone. One character for each byte. What stands before the name on some systems, and the version
 * behind it, are kept.
 */
export function demangle(name: string): string {
  if (!/^[.$]*_[RZ]/.test(name)) return name
  const [, before, mangled, version] = /^([.$]*)([^@]*)(.*)$/s.exec(name) as RegExpExecArray
  const text = demangled(mangled)
  return text === null ? name : before + text + version
}

function demangled(name: string): string | null {
  try {
    if (name.startsWith('_R')) return demangleRustV0(name)
    return name.startsWith('_Z') ? (demangleLegacyRust(name) ?? printItanium(parseItanium(name))) : null
  } catch (error) {
    if (error instanceof NotMangled) return null
    throw error
  }
}
