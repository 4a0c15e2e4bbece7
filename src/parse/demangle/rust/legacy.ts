// Rust's older names look like C++ names, `_ZN…E`, and a C++ demangler would print them, ugly. What gives them away is
// their last part: a hash, `17h` and sixteen hexadecimal digits. What C++ cannot write in a name is escaped: `$LT$`
// is `<`, `..` is `::`.

/** Parts, hash, and behind a dot what the compiler added, which is not printed. The last `E.` or `E` is the end. */
const form = /^_ZN([\w$.:]*)17h([0-9a-f]{16})E(?:\.(?:(?!E(?:\.|$))[\w$.:])*)?$/
/** So many different digits are in nearly every hash, and in few names that people gave. */
const fewestDigits = 5

/** `_ZN4core3fmt5Write9write_fmt17h…E` → `core::fmt::Write::write_fmt`; null where it is no such name. */
export function demangleLegacyRust(name: string): string | null {
  if (!name.includes('17h')) return null
  const [, path = '', hash = ''] = form.exec(name) ?? []
  if (new Set(hash).size < fewestDigits) return null
  const parts: string[] = []
  for (let at = 0; at < path.length; ) {
    const [digits] = /^[1-9]\d*/.exec(path.slice(at, at + 8)) ?? ['']
    const start = at + digits.length
    at = start + Number(digits)
    if (digits === '' || at > path.length) return null
    parts.push(withoutEscapes(path.slice(start, at)))
  }
  return parts.length > 0 ? parts.join('::') : null
}

const escapes: Record<string, string> = { SP: '@', BP: '*', RF: '&', LT: '<', GT: '>', LP: '(', RP: ')', C: ',' }

function withoutEscapes(part: string): string {
  const source = part.startsWith('_$') ? part.slice(1) : part
  let text = ''
  for (let at = 0; at < source.length; ) {
    const [piece, code] = /^(?:\$(\w{1,3})\$|\.\.|[^$])/s.exec(source.slice(at, at + 5)) ?? []
    const plain = code === undefined ? (piece === '..' ? '::' : piece) : (escapes[code] ?? asciiOf(code))
    // After an escape that is none, everything stays as it is.
    if (piece === undefined || plain === undefined) return text + source.slice(at)
    text += plain
    at += piece.length
  }
  return text
}

/** `u7e` → `~` */
function asciiOf(code: string): string | undefined {
  return /^u[2-7][0-9a-f]$/.test(code) ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : undefined
}
