// gmon.out does not say how wide its addresses are or which byte comes first. For reading it that does not matter,
// the executable says; but a file that does not fit its executable, or comes without one, can still be told apart:
// of the four ways to read it, one lets the records end exactly where the file does.

import { type ByteForm, ByteReader } from './byteReader.ts'
import { readBsdHeader } from './gmonBsd.ts'

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

/** Whether a file without a magic number has the header of a BSD gmon.out, read one way or another, and what follows fits. */
export function looksLikeBsdGmon(bytes: Uint8Array): boolean {
  return forms.some(form => {
    const { low, high, claimed, headerLength } = readBsdHeader(new ByteReader(bytes, form))
    const perBin = Number(high - low) / ((claimed - headerLength) / 2)
    const rest = bytes.length - claimed
    return claimed > headerLength && rest >= 0 && rest % (form.wide ? 24 : 12) === 0 && perBin >= 1 && perBin <= 64
  })
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
