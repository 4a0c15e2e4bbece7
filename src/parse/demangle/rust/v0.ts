// Rust's newer names, `_R…`: https://rust-lang.github.io/rfcs/2603-rust-symbol-name-mangling-v0.html
// Printed as GNU does: without the hashes of crates and the types of constants, and without what the compiler added
// behind a dot.

import { NotMangled } from '../notMangled.ts'
import { writeConstant } from './constants.ts'
import { V0Reader } from './v0Reader.ts'

/** `_RNvC4demo4main` → `demo::main`; throws NotMangled. */
export function demangleRustV0(name: string): string {
  const [, text] = /^_R([A-Z]\w*)(?:\..*)?$/s.exec(name) ?? []
  if (text === undefined) throw new NotMangled()
  const reader = new V0Reader(text)
  writePath(reader, true)
  // The crate that a generic function was compiled in for.
  if (!reader.atEnd) reader.silently(() => writePath(reader, false))
  if (!reader.atEnd) throw new NotMangled()
  return reader.written
}

/** `isValue`: type arguments are written as those of a value, `f::<T>`. */
function writePath(reader: V0Reader, isValue: boolean): void {
  reader.nested(() => {
    const kind = reader.next()
    switch (kind) {
      case 'C':
        reader.disambiguator()
        reader.write(reader.identifier().text)
        break
      case 'N':
        writeNested(reader, isValue)
        break
      case 'M':
      case 'X':
        // Where the impl stands is not printed.
        reader.disambiguator()
        reader.silently(() => writePath(reader, isValue))
        writeImpl(reader, kind === 'X')
        break
      case 'Y':
        writeImpl(reader, true)
        break
      case 'I':
        writePath(reader, isValue)
        reader.write(isValue ? '::<' : '<')
        writeList(reader, writeGenericArg)
        reader.write('>')
        break
      case 'B':
        reader.again(() => writePath(reader, isValue), undefined)
        break
      default:
        reader.fail()
    }
  })
}

function writeNested(reader: V0Reader, isValue: boolean): void {
  const space = reader.next()
  if (!/[A-Za-z]/.test(space)) reader.fail()
  writePath(reader, isValue)
  const number = reader.disambiguator()
  const { text, isEmpty } = reader.identifier()
  if (space >= 'a') {
    if (!isEmpty) reader.write(`::${text}`)
    return
  }
  if (!Number.isSafeInteger(number)) reader.fail()
  const kind = space === 'C' ? 'closure' : space === 'S' ? 'shim' : space
  reader.write(`::{${kind}${isEmpty ? '' : ':'}${text}#${number}}`)
}

function writeImpl(reader: V0Reader, ofTrait: boolean): void {
  reader.write('<')
  writeType(reader)
  if (ofTrait) {
    reader.write(' as ')
    writePath(reader, false)
  }
  reader.write('>')
}

/** Items up to an E, with commas between; answers how many. */
function writeList(reader: V0Reader, write: (reader: V0Reader) => void): number {
  let length = 0
  for (; !reader.take('E'); length++) {
    if (length > 0) reader.write(', ')
    write(reader)
  }
  return length
}

function writeGenericArg(reader: V0Reader): void {
  if (reader.take('L')) writeLifetime(reader, reader.number())
  else if (reader.take('K')) writeConstant(reader)
  else writeType(reader)
}

/**
 * A lifetime counts outwards from the innermost `for<…>`; 0 is one that was erased. One that no `for<…>` has named is
 * printed with the number that GNU's arithmetic gives, without a sign.
 */
function writeLifetime(reader: V0Reader, lifetime: number): void {
  if (!Number.isSafeInteger(lifetime)) reader.fail()
  if (lifetime === 0) reader.write("'_")
  else reader.write(nameOfLifetime(reader.lifetimes - lifetime))
}

function nameOfLifetime(depth: number): string {
  if (depth >= 0 && depth < 26) return `'${String.fromCharCode(0x61 + depth)}`
  return `'_${BigInt.asUintN(64, BigInt(depth))}`
}

/** Names the lifetimes of a `for<…>` for what is within. */
function withBinder(reader: V0Reader, write: () => void): void {
  const before = reader.lifetimes
  const count = reader.optionalNumber('G')
  if (!Number.isSafeInteger(count)) reader.fail()
  if (count > 0 && !reader.isSilent) {
    reader.write('for<')
    for (let i = 0; i < count; i++) reader.write(`${i > 0 ? ', ' : ''}${nameOfLifetime(before + i)}`)
    reader.write('> ')
  }
  reader.lifetimes = before + count
  write()
  reader.lifetimes = before
}

const basicTypes: Record<string, string> = {
  a: 'i8',
  b: 'bool',
  c: 'char',
  d: 'f64',
  e: 'str',
  f: 'f32',
  h: 'u8',
  i: 'isize',
  j: 'usize',
  l: 'i32',
  m: 'u32',
  n: 'i128',
  o: 'u128',
  p: '_',
  s: 'i16',
  t: 'u16',
  u: '()',
  v: '...',
  x: 'i64',
  y: 'u64',
  z: '!',
}

function writeType(reader: V0Reader): void {
  const basic = basicTypes[reader.peek()]
  if (basic !== undefined) {
    reader.next()
    reader.write(basic)
    return
  }
  reader.nested(() => writeCompoundType(reader))
}

function writeCompoundType(reader: V0Reader): void {
  const kind = reader.peek()
  if (!/[ABDFOPQRST]/.test(kind)) {
    writePath(reader, false)
    return
  }
  reader.next()
  switch (kind) {
    case 'R':
    case 'Q': {
      reader.write('&')
      const lifetime = reader.take('L') ? reader.number() : 0
      if (lifetime > 0) {
        writeLifetime(reader, lifetime)
        reader.write(' ')
      }
      if (kind === 'Q') reader.write('mut ')
      writeType(reader)
      break
    }
    case 'P':
    case 'O':
      reader.write(kind === 'P' ? '*const ' : '*mut ')
      writeType(reader)
      break
    case 'A':
    case 'S':
      reader.write('[')
      writeType(reader)
      if (kind === 'A') {
        reader.write('; ')
        writeConstant(reader)
      }
      reader.write(']')
      break
    case 'T':
      reader.write('(')
      if (writeList(reader, writeType) === 1) reader.write(',')
      reader.write(')')
      break
    case 'F':
      withBinder(reader, () => writeFunction(reader))
      break
    case 'D':
      writeDyn(reader)
      break
    case 'B':
      reader.again(() => writeType(reader), undefined)
      break
  }
}

function writeFunction(reader: V0Reader): void {
  if (reader.take('U')) reader.write('unsafe ')
  if (reader.take('K')) {
    if (reader.peek() === 'u') reader.fail()
    const abi = reader.take('C') ? 'C' : reader.identifier().text
    if (abi === '') reader.fail()
    reader.write(`extern "${abi.replaceAll('_', '-')}" `)
  }
  reader.write('fn(')
  writeList(reader, writeType)
  reader.write(')')
  if (reader.take('u')) return
  reader.write(' -> ')
  writeType(reader)
}

function writeDyn(reader: V0Reader): void {
  reader.write('dyn ')
  withBinder(reader, () => {
    for (let first = true; !reader.take('E'); first = false) {
      if (!first) reader.write(' + ')
      writeDynTrait(reader)
    }
  })
  reader.need('L')
  const lifetime = reader.number()
  if (lifetime === 0) return
  reader.write(' + ')
  writeLifetime(reader, lifetime)
}

/** A trait, with the types that it leaves open between the same brackets as its arguments. */
function writeDynTrait(reader: V0Reader): void {
  let isOpen = writeOpenPath(reader)
  while (reader.take('p')) {
    reader.write(isOpen ? ', ' : '<')
    isOpen = true
    reader.write(`${reader.identifier().text} = `)
    writeType(reader)
  }
  if (isOpen) reader.write('>')
}

/** A path; where it has arguments, their bracket is left open, and the answer is yes. */
function writeOpenPath(reader: V0Reader): boolean {
  if (reader.take('B')) return reader.again(() => writeOpenPath(reader), false)
  if (!reader.take('I')) {
    writePath(reader, false)
    return false
  }
  writePath(reader, false)
  reader.write('<')
  writeList(reader, writeGenericArg)
  return true
}
