// Lists of address ranges, for functions that are not in one piece: .debug_ranges up to version 4, then .debug_rnglists.

import { ByteReader } from '../byteReader.ts'
import type { Elf } from '../elf.ts'
import { readAddress, readPlainAddress } from './attributeForms.ts'
import { debugSection, inPieces } from './debugSections.ts'
import type { InfoUnit } from './infoUnits.ts'
import { readUnsigned } from './numbers.ts'

/** Ranges of one list that are taken: far more than a function has, and few enough for lists that overlap by damage. */
const mostRanges = 2048
const longestList = mostRanges * 17

const rle = { endOfList: 0, offsetPair: 4, baseAddress: 5, startEnd: 6, startLength: 7 }

/** Reads the list at an offset, telling each range; false where it does not end, or uses a form that gprof's reader lacks. */
export type ReadRanges = (unit: InfoUnit, offset: number, tell: (low: number, high: number) => void) => Promise<boolean>

export async function rangeReader(elf: Elf): Promise<ReadRanges> {
  const old = inPieces(await debugSection(elf, '.debug_ranges'))
  const current = inPieces(await debugSection(elf, '.debug_rnglists'))
  return async (unit, offset, tell) => {
    const isOld = unit.version <= 4
    const reader = new ByteReader(await (isOld ? old : current)(offset, longestList), elf.form)
    return isOld ? readPairs(reader, unit, tell) : readEntries(reader, unit, tell)
  }
}

/** Pairs of addresses, up to one of zeros. A pair of all ones and an address moves the base. */
function readPairs(reader: ByteReader, unit: InfoUnit, tell: (low: number, high: number) => void): boolean {
  const { origin } = unit
  let base = unit.base === null ? 0n : BigInt(unit.base) + origin
  for (let i = 0; i < mostRanges; i++) {
    const low = readPlainAddress(reader, unit)
    const high = readPlainAddress(reader, unit)
    if (reader.cut) return false
    if (low === 0n && high === 0n) return true
    // gprof's reader holds this up against 64 ones whatever the length of addresses is.
    if (low === 0xffffffffffffffffn) base = high
    else tell(Number(base + low - origin), Number(base + high - origin))
  }
  return true
}

function readEntries(reader: ByteReader, unit: InfoUnit, tell: (low: number, high: number) => void): boolean {
  let base = unit.base ?? Number(-unit.origin)
  for (let i = 0; i < mostRanges; i++) {
    const kind = reader.u8()
    if (reader.cut) return false
    if (kind === rle.endOfList) return true
    if (kind === rle.baseAddress) {
      base = readAddress(reader, unit)
      continue
    }
    let low = base
    let high = base
    if (kind === rle.startLength) {
      low = readAddress(reader, unit)
      high = low + readUnsigned(reader)
    } else if (kind === rle.offsetPair) {
      low += readUnsigned(reader)
      high += readUnsigned(reader)
    } else if (kind === rle.startEnd) {
      low = readAddress(reader, unit)
      high = readAddress(reader, unit)
    } else return false
    if (reader.cut) return false
    tell(low, high)
  }
  return true
}
