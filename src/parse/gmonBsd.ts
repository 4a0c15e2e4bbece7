// The gmon.out of BSD systems: a header without a magic number, one histogram, and arcs up to the end of the file.
// 4.4BSD added a version word and the sample rate; before it, the rate was that of the machine, and gprof takes its own.

import type { Result } from '../issue.ts'
import { type ByteForm, ByteReader } from './byteReader.ts'
import { arcTable, cutShort, type GmonOut, readBins } from './gmonRecords.ts'

/** The word that tells 4.4BSD from older files; in those, the first two bins are there. */
const version44 = 0x00051879
/** Samples per second that gprof assumes where the file does not say, or says 0. */
const assumedRate = 100

/** What the header of a BSD file says, before anything is allocated. */
export interface BsdHeader {
  low: bigint
  high: bigint
  /** Length of the header and the bins together, as the file claims it. */
  claimed: number
  is44: boolean
  rate: number
  headerLength: number
}

/** Reads the header. Whether the figures make sense is for the caller to ask ({@link plausibleBsd}). */
export function readBsdHeader(reader: ByteReader): BsdHeader {
  const { wide } = reader.form
  reader.what = 'header'
  const low = reader.address()
  const high = reader.address()
  const claimed = reader.u32() | 0
  const is44 = reader.left >= 4 && reader.u32() === version44
  const rate = (is44 && reader.u32()) || assumedRate
  const headerLength = (wide ? 20 : 12) + (is44 ? 20 : 0)
  reader.offset = headerLength
  return { low, high, claimed, is44, rate, headerLength }
}

/** Whether the header can be one: nothing but its own figures speaks for a file of this kind. */
export function plausibleBsd(header: BsdHeader, fileLength: number): boolean {
  const { claimed, headerLength, low, high } = header
  if (claimed < headerLength || high < low) return false
  // A file may be cut short, but then its histogram has to look like one, and some of it has to be there.
  const perBin = Number(high - low) / ((claimed - headerLength) / 2)
  return claimed <= fileLength || (claimed <= 64 * fileLength && perBin >= 1 && perBin <= 64)
}

/** Reads a BSD gmon.out that `kindOfGmon` has found plausible. */
export function readBsdGmon(bytes: Uint8Array, form: ByteForm): Result<GmonOut> {
  const reader = new ByteReader(bytes, form)
  const header = readBsdHeader(reader)
  const { low, high, rate } = header
  reader.what = 'histogram'
  const bins = readBins(reader, Math.floor((header.claimed - header.headerLength) / 2))
  const recordLength = form.wide ? 24 : 12
  const arcs = arcTable(recordLength, bytes.length)
  while (!reader.cut && reader.left >= recordLength) arcs.read(reader, reader.offset, true) // a part of a record at the end is dropped, as gprof does
  const value: GmonOut = {
    form: header.is44 ? '4.4bsd' : 'bsd',
    histograms: bins
      ? [{ low, high, rate, dimension: 'seconds', abbreviation: 's', bins, offset: header.headerLength }]
      : [],
    arcs: arcs.take(),
    blockRecords: 0,
    size: bytes.length,
  }
  return { ok: true, value, warnings: reader.cut ? [cutShort(reader, value)] : [] }
}
