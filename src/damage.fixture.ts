// Damages an executable, a gmon.out or a listing as disks, transfers and people with bad intentions do. Half of the
// damage goes where it hurts: the fields of headers, which say how long and how many.

import { randomNumbers } from './randomNumbers.fixture.ts'

/** Numbers that lengths, counts and offsets are seldom ready for. */
const extremes = [
  0n,
  1n,
  2n,
  0x7fn,
  0x80n,
  0xffn,
  0xffffn,
  0x7fffffffn,
  0x80000000n,
  0xffffffffn,
  2n ** 53n,
  2n ** 63n - 1n,
  2n ** 64n - 1n,
]

interface Range {
  start: number
  end: number
}

/** The file after one to four accidents; the same for the same seed. The file that is given is left as it is. */
export function damage(file: Uint8Array<ArrayBuffer>, seed: number): Uint8Array<ArrayBuffer> {
  const random = randomNumbers(seed)
  const below = (n: number) => Math.floor(n * random())
  let bytes = file.slice()
  const headers = headersOf(file)
  const parts = partsOf(file)
  const anywhere = () => below(bytes.length)
  const inHeader = () => {
    const { start, end } = headers[below(headers.length)]
    return start + below(end - start)
  }
  const place = () => (random() < 0.5 ? inHeader() : anywhere())

  const accidents: (() => void)[] = [
    () => {
      bytes[place()] ^= 1 << below(8)
    },
    () => {
      bytes[place()] = below(256)
    },
    () => {
      writeNumber(bytes, place() & ~3, extremes[below(extremes.length)], 2 ** below(4))
    },
    () => {
      bytes = bytes.slice(0, random() < 0.3 ? inHeader() : anywhere())
    },
    // A stretch again somewhere else: records twice or in another order, one header in place of another.
    () => {
      const length = [4, 8, 16, 21, 24, 64][below(6)]
      const from = place() & ~3
      bytes.copyWithin(place() & ~3, from, from + length)
    },
    // A section header says what another one says: two sections in one place.
    () => {
      const [from, to] = [headers[below(headers.length)], headers[below(headers.length)]]
      bytes.copyWithin(to.start + 24, from.start + 24, Math.min(from.start + 40, from.end))
    },
    // A part filled with one byte: names without an end, numbers that go on for ever.
    () => {
      const { start, end } = parts[below(parts.length)]
      const from = start + below(Math.max(1, end - start))
      bytes.fill([0, 0x41, 0x80, 0xff, 0x0a][below(5)], random() < 0.5 ? start : from, end)
    },
    () => {
      const at = anywhere()
      const inserted = new Uint8Array(1 + below(64)).map(() => below(256))
      bytes = Uint8Array.from([...bytes.subarray(0, at), ...inserted, ...bytes.subarray(at)])
    },
  ]
  for (let left = 1 + below(4); left > 0 && bytes.length > 0; left--) accidents[below(accidents.length)]()
  return bytes
}

/** Where fields are that say how long and how many: headers of an ELF file, else the beginning. */
function headersOf(file: Uint8Array): Range[] {
  const begin = { start: 0, end: Math.min(64, file.length) }
  const sections = sectionsOf(file)
  return [
    begin,
    ...sections.map(({ header }) => header),
    ...partsOf(file).map(({ start, end }) => ({ start, end: Math.min(end, start + 64) })),
  ]
}

/** What can be filled: sections, or the whole file. */
function partsOf(file: Uint8Array): Range[] {
  const sections = sectionsOf(file)
    .map(({ part }) => part)
    .filter(({ start, end }) => start < end && end <= file.length)
  return sections.length > 0 ? sections : [{ start: 0, end: file.length }]
}

/** Where an ELF file of 64 or 32 bits says what, in bytes: of the file header, then of each section header. */
const layouts = {
  64: { table: 40, count: 60, header: 64, offset: 24, size: 32 },
  32: { table: 32, count: 48, header: 40, offset: 16, size: 20 },
}

function sectionsOf(file: Uint8Array): { header: Range; part: Range }[] {
  if (file[0] !== 0x7f) return []
  const view = new DataView(file.buffer, file.byteOffset, file.length)
  const isWide = file[4] === 2
  const { table, count, header, offset, size } = layouts[isWide ? 64 : 32]
  const word = (at: number) => (isWide ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true))
  return Array.from({ length: view.getUint16(count, true) }, (_, row) => {
    const start = word(table) + row * header
    const from = word(start + offset)
    return { header: { start, end: start + header }, part: { start: from, end: from + word(start + size) } }
  })
}

function writeNumber(bytes: Uint8Array, at: number, value: bigint, length: number): void {
  for (let i = 0; i < length && at + i < bytes.length; i++) bytes[at + i] = Number((value >> BigInt(8 * i)) & 0xffn)
}
