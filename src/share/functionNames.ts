// The names of functions, in one form: where a program's own symbols are known, what gprof prints for them follows.
//
//   names = 0 name… | 1 symbol… others (row name)…        others: names that do not follow

import { namesOfSymbols } from '../parse/demangle/namesOfSymbols.ts'
import type { Profile } from '../profile.ts'
import type { ByteWriter } from './byteWriter.ts'
import { FUNCTIONS_LIMIT } from './format.ts'
import { readNames, readText, writeNames, writeText } from './names.ts'
import type { PackReader } from './packReader.ts'

export function writeFunctionNames(out: ByteWriter, { functions: { name }, symbols }: Profile): void {
  out.varint(symbols ? 1 : 0)
  writeNames(out, symbols ?? name)
  if (!symbols) return
  const foretold = foretellNames(symbols)
  const others = [...name.keys()].filter(fn => name[fn] !== foretold[fn])
  out.varint(others.length)
  for (const fn of others) {
    out.varint(fn)
    writeText(out, name[fn])
  }
}

export function readFunctionNames(input: PackReader): { name: string[]; symbols: string[] | null } {
  input.what = 'functionNames'
  const hasSymbols = input.below(2) === 1
  const read = readNames(input, FUNCTIONS_LIMIT)
  if (!hasSymbols) return { name: read, symbols: null }
  const name = foretellNames(read)
  for (let others = input.count(2); others > 0 && !input.fault; others--)
    name[input.below(name.length)] = readText(input)
  return input.fault ? { name: [], symbols: [] } : { name, symbols: read }
}

const encoder = new TextEncoder()
const NOT_ASCII = /[^\0-\x7f]/

/** A symbol as the symbol table has it, one character for each byte. */
const bytesOf = (symbol: string): string =>
  NOT_ASCII.test(symbol) ? Array.from(encoder.encode(symbol), byte => String.fromCharCode(byte)).join('') : symbol

const foretellNames = (symbols: string[]): string[] => namesOfSymbols(symbols.map(bytesOf)).names
