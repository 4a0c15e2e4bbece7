// gmon.out files as a test wants them: any form, any figures, also such as no program writes.

import type { ByteForm } from './parse/byteReader.ts'

/** One record of a GNU gmon.out, or the histogram and the arcs of a BSD one. */
export type GmonRecord =
  | {
      low: bigint
      high: bigint
      rate?: number | undefined
      dimension?: string
      abbreviation?: string
      bins: ArrayLike<number>
    }
  | { from: bigint; self: bigint; count: number }
  /** Basic blocks: an address and a count each. */
  | { blocks: [address: bigint, count: bigint][] }

const wideLittle: ByteForm = { wide: true, littleEndian: true }

/** A GNU gmon.out with the records in the order given. */
export function gnuGmon(records: GmonRecord[], form = wideLittle, version = 1): Uint8Array<ArrayBuffer> {
  const out = writer(form)
  out.text('gmon', 4)
  out.u32(version)
  out.text('', 12)
  for (const record of records) {
    if ('bins' in record) {
      out.u8(0)
      out.address(record.low)
      out.address(record.high)
      out.u32(record.bins.length)
      out.u32(record.rate ?? 100)
      out.text(record.dimension ?? 'seconds', 15)
      out.text(record.abbreviation ?? 's', 1)
      for (const n of Array.from(record.bins)) out.u16(n)
    } else if ('from' in record) {
      out.u8(1)
      out.address(record.from)
      out.address(record.self)
      out.u32(record.count)
    } else {
      out.u8(2)
      out.u32(record.blocks.length)
      for (const [address, count] of record.blocks) {
        out.address(address)
        out.address(count)
      }
    }
  }
  return out.bytes()
}

/** A BSD gmon.out: the first record is its histogram, the others are arcs. With a rate, the form of 4.4BSD. */
export function bsdGmon(records: GmonRecord[], form = wideLittle): Uint8Array<ArrayBuffer> {
  const out = writer(form)
  const [histogram, ...arcs] = records
  if (!('bins' in histogram)) throw new Error('a BSD gmon.out begins with its histogram')
  const { low, high, rate, bins } = histogram
  out.address(low)
  out.address(high)
  out.u32((form.wide ? 20 : 12) + (rate === undefined ? 0 : 20) + 2 * bins.length)
  if (rate !== undefined) {
    out.u32(0x00051879)
    out.u32(rate)
    out.text('', 12)
  }
  for (const n of Array.from(bins)) out.u16(n)
  for (const arc of arcs) {
    if (!('from' in arc)) throw new Error('a BSD gmon.out has one histogram and arcs')
    out.address(arc.from)
    out.address(arc.self)
    out.address(BigInt(arc.count))
  }
  return out.bytes()
}

function writer({ wide, littleEndian }: ByteForm) {
  const bytes: number[] = []
  const number = (value: bigint, length: number) => {
    const digits = Array.from({ length }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn))
    bytes.push(...(littleEndian ? digits : digits.reverse()))
  }
  return {
    u8: (value: number) => number(BigInt(value), 1),
    u16: (value: number) => number(BigInt(value), 2),
    u32: (value: number) => number(BigInt(value), 4),
    address: (value: bigint) => number(value, wide ? 8 : 4),
    /** Filled with zeros to the length. */
    text(text: string, length: number) {
      for (let i = 0; i < length; i++) bytes.push(i < text.length ? text.charCodeAt(i) : 0)
    },
    bytes: () => Uint8Array.from(bytes),
  }
}
