// Names in a symbol table are bytes: all that gprof does with them goes by bytes. People see text.

import { demangle } from './demangle.ts'

/** Names of functions, each in three forms. */
export interface SymbolNames {
  /** As gprof prints them, one character for each byte. */
  shown: string[]
  /** The same as text. */
  names: string[]
  /** As linkers know them, as text. */
  symbols: string[]
}

/** @param symbols One character for each byte. */
export function namesOfSymbols(symbols: string[]): SymbolNames {
  const found: SymbolNames = { shown: [], names: [], symbols: [] }
  for (const symbol of symbols) {
    const shown = demangle(symbol)
    const name = textOf(shown)
    found.shown.push(shown)
    found.names.push(name)
    found.symbols.push(shown === symbol ? name : textOf(symbol))
  }
  return found
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A name with one character for each byte as text: UTF-8 where it is that, which it nearly always is. */
function textOf(name: string): string {
  let ascii = true
  for (let i = 0; i < name.length && ascii; i++) ascii = name.charCodeAt(i) < 0x80
  if (ascii) return name
  try {
    return utf8.decode(Uint8Array.from(name, byte => byte.charCodeAt(0)))
  } catch {
    return name
  }
}
