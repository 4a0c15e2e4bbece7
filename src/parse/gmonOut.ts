// gmon.out: what a program built with -pg leaves when it exits. Two kinds of fact are in it and nothing else: how many
// clock ticks fell into each small range of addresses (a histogram), and how often a call from one address to another
// happened (arcs). No names: those are in the executable, as are the address size and byte order, which the file
// does not state. This reader takes the GNU form (`gmon`, version 0 or 1, then tagged records without padding in any
// order) and hands older ones to gmonBsd.ts.

import type { Issue, Result } from '../issue.ts'
import { type ByteForm, ByteReader } from './byteReader.ts'
import { readBsdGmon } from './gmonBsd.ts'
import { otherForm } from './gmonForm.ts'
import { kindOfGmon } from './gmonKind.ts'
import { arcTable, cutShort, type GmonOut, type Histogram, readBins } from './gmonRecords.ts'
import { say } from './sentences.ts'

const tag = { histogram: 0, arc: 1, blocks: 2 }
const headerLength = 20

/**
 * Reads a gmon.out. `form` comes from the executable. A file that ends in the middle of a record is still a result,
 * with all that came before and a `truncated` warning; one that is no gmon.out, or whose records make no sense, is not.
 */
export function readGmonOut(bytes: Uint8Array, form: ByteForm): Result<GmonOut> {
  const kind = kindOfGmon(bytes, form)
  if (kind.kind === 'refused') return { ok: false, errors: [kind.issue] }
  if (kind.kind === 'bsd') return readBsdGmon(bytes, form)
  return readGnu(bytes, form)
}

function readGnu(bytes: Uint8Array, form: ByteForm): Result<GmonOut> {
  const reader = new ByteReader(bytes, form)
  reader.skip(4)
  const version = reader.u32()
  reader.offset = headerLength
  const histograms: Histogram[] = []
  const arcs = arcTable(form.wide ? 21 : 13, bytes.length)
  let blockRecords = 0
  while (reader.left > 0) {
    const at = reader.offset
    const found = reader.u8()
    if (found === tag.histogram) {
      const histogram = readHistogram(reader)
      if (histogram) histograms.push(histogram)
    } else if (found === tag.arc) {
      arcs.read(reader, at)
    } else if (found === tag.blocks) {
      readBlocks(reader, version)
      blockRecords++
    } else {
      return { ok: false, errors: [badTag(found, at, arcs.rows(), reader)] }
    }
    if (reader.cut) break
  }
  if (reader.cut) {
    const other = otherForm(bytes, form)
    if (other) return { ok: false, errors: [otherMachine(other, form)] }
  }
  const value: GmonOut = { form: 'gnu', histograms, arcs: arcs.take(), blockRecords, size: bytes.length }
  return { ok: true, value, warnings: reader.cut ? [cutShort(reader, value)] : [] }
}

/** Null where the bins are not all there. A histogram without all of its bins would pass for a shorter run. */
function readHistogram(reader: ByteReader): Histogram | null {
  reader.what = 'histogramHead'
  const low = reader.address()
  const high = reader.address()
  const length = reader.u32()
  const rate = reader.u32()
  const dimension = reader.text(15)
  const abbreviation = reader.text(1)
  reader.what = 'bins'
  const { offset } = reader
  const bins = readBins(reader, length)
  return bins && { low, high, rate, dimension, abbreviation, bins, offset }
}

/** Steps over counts of basic blocks: nobody's compiler has written them for decades, and gprof ignores them. */
function readBlocks(reader: ByteReader, version: number): void {
  reader.what = 'blocks'
  const blocks = reader.u32()
  if (version !== 0) {
    reader.skip(blocks * (reader.form.wide ? 16 : 8))
    return
  }
  reader.skipText() // version 0 names the file, the function and the line of each
  for (let block = 0; block < blocks && !reader.cut; block++) {
    reader.skip(16)
    reader.skipText()
    reader.skipText()
    reader.skip(4)
  }
}

function badTag(found: number, at: number, arcsBefore: number, reader: ByteReader): Issue {
  const other = otherForm(reader.bytes, reader.form)
  if (other) return otherMachine(other, reader.form)
  return { code: 'damaged', ...say('gmonBadTag', { byte: at, tag: found, arcs: arcsBefore }), at: { byte: at } }
}

function otherMachine(found: ByteForm, form: ByteForm): Issue {
  return {
    code: 'inconsistent',
    ...say('gmonOtherMachine', { written: sayForm(found), program: sayForm(form) }),
    at: { byte: headerLength },
  }
}

const sayForm = ({ wide, littleEndian }: ByteForm) => say('form', { bits: wide ? 64 : 32, isLittle: littleEndian })
