// gmon.out does not say how wide its addresses are or which byte comes first. For reading it that does not matter,
// the executable says; but a file that does not fit its executable, or comes without one, can still be told apart:
// of the four ways to read it, one lets the records end exactly where the file does.

import { type ByteForm, ByteReader } from './byteReader.ts'
import { type BsdHeader, plausibleBsd, readBsdHeader } from './gmonBsd.ts'

const forms: ByteForm[] = [
  { littleEndian: true, wide: true },
  { littleEndian: true, wide: false },
  { littleEndian: false, wide: true },
  { littleEndian: false, wide: false },
]

/** The way of reading a GNU gmon.out in which all records are whole; null where none or the answer is not clear. */
export function formOfGmon(bytes: Uint8Array): ByteForm | null {
  const fitting = forms.filter(form => recordsFit(bytes, form))
  return fitting.length === 1 ? fitting[0] : null
}

/** The same for a file that makes no sense read as `form`. */
export function otherForm(bytes: Uint8Array, form: ByteForm): ByteForm | null {
  const fitting = formOfGmon(bytes)
  return fitting && (fitting.wide !== form.wide || fitting.littleEndian !== form.littleEndian) ? fitting : null
}

/** What tells that a file without a magic number is a BSD gmon.out, and whether all of it is there. */
export interface BsdTraces {
  form: ByteForm
  header: BsdHeader
  /** It ends within the histogram or within an arc. */
  isCut: boolean
}

/** Of a cut file with fewer bins than this, the figures of the header may agree by chance. */
const fewestBins = 64
/** No program with its C library ends below this address: what would be a header there is a table of small numbers. */
const leastEnd = 0x1000n

/**
 * The header of a BSD gmon.out, read one way or another; null where the file does not begin with one. Such a header has
 * no mark, but what it says twice has to agree: monstartup() makes the range of addresses a whole number of bins of
 * 2, 4, 8 … bytes, to the last byte. A file that is cut has that alone to show, and has to show more of it.
 *
 * @param bytes The beginning of the file, with all of its header.
 */
export function tracesOfBsd(bytes: Uint8Array, size = bytes.length): BsdTraces | null {
  for (const form of forms) {
    const header = readBsdHeader(new ByteReader(bytes, form))
    const { low, high, claimed, headerLength, is44 } = header
    const bins = (claimed - headerLength) / 2
    const perBin = Number(high - low) / bins
    if (bins % 1 !== 0 || high < leastEnd || ![2, 4, 8, 16, 32, 64].includes(perBin)) continue
    const rest = size - claimed
    const isCut = rest < 0 || rest % (form.wide ? 24 : 12) !== 0
    const isClear = is44 || bins >= fewestBins
    if (!isCut || (isClear && size > headerLength && plausibleBsd(header, size))) return { form, header, isCut }
  }
  return null
}

function recordsFit(bytes: Uint8Array, form: ByteForm): boolean {
  const reader = new ByteReader(bytes, form)
  const addresses = form.wide ? 16 : 8
  reader.skip(4)
  if (reader.u32() > 1) return false
  reader.skip(12)
  let records = 0
  while (reader.left > 0 && !reader.cut) {
    const tag = reader.u8()
    if (tag === 0) {
      reader.skip(addresses)
      const bins = reader.u32()
      reader.skip(4 + 16 + bins * 2)
    } else if (tag === 1) {
      reader.skip(addresses + 4)
    } else if (tag === 2) {
      const blocks = reader.u32()
      reader.skip(blocks * addresses)
    } else return false
    records++
  }
  return records > 0 && !reader.cut
}
