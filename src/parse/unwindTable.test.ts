import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { realPairs } from '../realPairs.fixture.ts'
import { sourceOfFile } from '../stripped.fixture.ts'
import { type ByteForm, textOf } from './byteReader.ts'
import { readElf } from './elf.ts'
import { readUnwindTable, unwindRanges } from './unwindTable.ts'

const wideLittle: ByteForm = { wide: true, littleEndian: true }
const narrowBig: ByteForm = { wide: false, littleEndian: false }

async function opened(path: string) {
  const elf = await readElf(sourceOfFile(path).source)
  if (!elf.ok) throw new Error(elf.errors[0].message)
  return elf.value
}

/** `0x401136+21`, in the order of addresses. */
const printed = (start: ArrayLike<bigint>, size: ArrayLike<number>) =>
  Array.from(start, (at, i) => ({ at, size: size[i] }))
    .sort((a, b) => Number(a.at - b.at))
    .map(({ at, size }) => `0x${at.toString(16)}+${size}`)

/** Functions that are written in assembler, or that a compiler leaves out. */
const withoutEntry = ['asmfn', 'call_weak_fn', '__clang_call_terminate']

test.each(realPairs)(
  'in $name, each function of known length is in the unwind table with that length',
  async ({ files: [path] }) => {
    const elf = await opened(path)
    const { start, size } = await readUnwindTable(elf)
    const ranges = new Set(printed(start, size))
    const { symbols, sections } = elf
    const isCompiled = (row: number) =>
      symbols.type[row] === 2 && symbols.size[row] > 0 && sections[symbols.section[row]]?.name === '.text'
    const rows = Array.from({ length: symbols.length }, (_, row) => row).filter(isCompiled)
    const missing = rows.filter(row => !ranges.has(`0x${symbols.value[row].toString(16)}+${symbols.size[row]}`))
    expect(rows.length).toBeGreaterThan(1)
    const names = missing.map(row => textOf(symbols.names, symbols.nameOffset[row]))
    expect(names.filter(name => !withoutEntry.includes(name))).toEqual([])
  },
)

const readelf = '/usr/bin/readelf'
test.runIf(existsSync(readelf)).each(realPairs)('of $name, readelf reads the same', async ({ files: [path] }) => {
  const text = execFileSync(readelf, ['--debug-dump=frames', '--wide', path], {
    encoding: 'latin1',
    maxBuffer: 2 ** 28,
  })
  const eh = text.slice(text.indexOf('.eh_frame section')).split('Contents of the .debug_frame')[0]
  const found = Array.from(eh.matchAll(/ FDE .* pc=([0-9a-f]+)\.\.([0-9a-f]+)$/gm), ([, from, to]) => ({
    from: BigInt(`0x${from}`),
    to: BigInt(`0x${to}`),
  })).filter(({ from, to }) => to > from)
  const { start, size } = await readUnwindTable(await opened(path))
  expect(printed(start, size)).toEqual(
    printed(
      found.map(({ from }) => from),
      found.map(({ from, to }) => Number(to - from)),
    ),
  )
})

/** Bytes in hexadecimal; of a table, an entry to a line. */
const bytesOf = (text: string) => Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], byte => Number.parseInt(byte, 16))

const tables: [what: string, form: ByteForm, table: string, ranges: string[]][] = [
  [
    'addresses counted from their own place, with a personality before them',
    wideLittle,
    `18000000 00000000 01 7a504c5200 01 78 10 07 9b 11223344 1b 1b 000000
     14000000 20000000 dcffffff 10000000 04 00000000 000000
     00000000`,
    ['0x1000+16'],
  ],
  [
    'addresses as they are, of a machine of 32 bits that writes the other way round',
    narrowBig,
    `0000000c 00000000 01 00 01 7c 08 000000
     0000000c 00000014 00401000 00000020`,
    ['0x401000+32'],
  ],
  [
    'distances of 8 bytes, and entries after the mark of an end',
    wideLittle,
    `10000000 00000000 01 7a5200 01 78 10 01 1c 000000
     00000000
     1c000000 1c000000 e0ffffffffffffff 2000000000000000 00 00000000000000`,
    ['0x1000+32'],
  ],
  [
    'a length of 8 bytes',
    wideLittle,
    `ffffffff 0c00000000000000 00000000 03 00 01 78 10 000000
     ffffffff 1400000000000000 24000000 0010000000000000 0800000000000000`,
    ['0x1000+8'],
  ],
  [
    'an entry in a way that nobody knows beside one that all know',
    wideLittle,
    `10000000 00000000 01 7a5200 01 78 10 01 3b 000000
     10000000 18000000 00000000 10000000 00 000000
     10000000 00000000 01 7a5200 01 78 10 01 03 000000
     10000000 18000000 00104000 10000000 00 000000`,
    ['0x401000+16'],
  ],
  [
    'entries that point to none, that are of no code, and that are cut',
    wideLittle,
    `10000000 00000000 01 7a5200 01 78 10 01 03 000000
     10000000 99000000 00104000 10000000 00 000000
     10000000 2c000000 00104000 00000000 00 000000
     10000000 40000000 00204000 10000000 00 000000
     10000000 54000000 00304000`,
    ['0x402000+16'],
  ],
  [
    'a length that is cut',
    wideLittle,
    `10000000 00000000 01 7a5200 01 78 10 01 03 000000
     10000000 18000000 00104000 10000000 00 000000
     ffffffff 00000000`,
    ['0x401000+16'],
  ],
  [
    'an entry that is shorter than what it should hold, before the last bytes',
    wideLittle,
    `10000000 00000000 01 7a5200 01 78 10 01 03 000000
     04000000 18000000 00104000`,
    [],
  ],
]

test.each(tables)('%s', (_, form, table, ranges) => {
  const { start, size } = unwindRanges(bytesOf(table), 0x1000n, form)
  expect(printed(start, size)).toEqual(ranges)
})

test('of whatever bytes, an entry is never more than the bytes that tell of it', () => {
  const forms = fc.record({ wide: fc.boolean(), littleEndian: fc.boolean() })
  const words = fc.array(fc.oneof(fc.constantFrom(0, 1, 4, 8, 12, 0x1b, 0xff), fc.integer({ min: 0, max: 255 })))
  fc.assert(
    fc.property(words, forms, (bytes, form) => {
      const { start, size } = unwindRanges(Uint8Array.from(bytes), 0x400000n, form)
      expect(start.length).toBe(size.length)
      expect(start.length).toBeLessThanOrEqual(bytes.length / 8)
      expect(size.every(each => each > 0)).toBe(true)
    }),
  )
})
