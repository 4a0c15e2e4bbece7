// The values of attributes in .debug_info, in all forms that compilers write.

import type { ByteReader } from '../byteReader.ts'
import type { Attribute } from './abbreviations.ts'
import { readOffset, readSigned, readUnsigned } from './numbers.ts'
import type { TextId, Texts } from './texts.ts'

/** How values of a unit are to be read. */
export interface UnitForm {
  version: number
  addressLength: 4 | 8
  offsetLength: 4 | 8
  /** What addresses are counted from. */
  origin: bigint
  /** Addresses of less than 64 bits have a sign, as on MIPS. */
  signedAddresses: boolean
  texts: Texts
  /** Tables to which the unit refers by index; null where it does not say where they are. */
  addresses: ByteReader | null
  textOffsets: ByteReader | null
}

/** A value that was read. */
export interface Value {
  /** As of {@link Attribute}, or as an indirect one says. */
  form: number
  /** What `value` is; a `text` is its {@link TextId}, and of others nothing is known here. */
  kind: 'number' | 'address' | 'text' | 'other'
  value: number
}

export const Form = {
  addr: 0x01,
  block2: 0x03,
  block4: 0x04,
  data2: 0x05,
  data4: 0x06,
  data8: 0x07,
  string: 0x08,
  block: 0x09,
  block1: 0x0a,
  data1: 0x0b,
  flag: 0x0c,
  sdata: 0x0d,
  strp: 0x0e,
  udata: 0x0f,
  refAddr: 0x10,
  ref1: 0x11,
  ref2: 0x12,
  ref4: 0x13,
  ref8: 0x14,
  refUdata: 0x15,
  indirect: 0x16,
  secOffset: 0x17,
  exprloc: 0x18,
  flagPresent: 0x19,
  strx: 0x1a,
  addrx: 0x1b,
  data16: 0x1e,
  lineStrp: 0x1f,
  refSig8: 0x20,
  implicitConst: 0x21,
  loclistx: 0x22,
  rnglistx: 0x23,
  strx1: 0x25,
  strx4: 0x28,
  addrx1: 0x29,
  addrx4: 0x2c,
  gnuRefAlt: 0x1f20,
  gnuStrpAlt: 0x1f21,
} as const

/** Bytes that a value of the form takes; -1 where they differ from value to value, or the form is not known. */
export function sizeOfForm(form: number, unit: UnitForm): number {
  switch (form) {
    case Form.flagPresent:
    case Form.implicitConst:
      return 0
    case Form.data1:
    case Form.flag:
    case Form.ref1:
      return 1
    case Form.data2:
    case Form.ref2:
      return 2
    case Form.data4:
    case Form.ref4:
      return 4
    case Form.data8:
    case Form.ref8:
    case Form.refSig8:
      return 8
    case Form.data16:
      return 16
    case Form.addr:
      return unit.addressLength
    case Form.refAddr:
      return unit.version < 3 ? unit.addressLength : unit.offsetLength
    case Form.strp:
    case Form.lineStrp:
    case Form.secOffset:
    case Form.gnuRefAlt:
    case Form.gnuStrpAlt:
      return unit.offsetLength
  }
  if (form >= Form.strx1 && form <= Form.strx4) return form - Form.strx1 + 1
  if (form >= Form.addrx1 && form <= Form.addrx4) return form - Form.addrx1 + 1
  return -1
}

/** Reads one value into `to`; false for a form that is not known, behind which nothing can be read. */
export function readValue(reader: ByteReader, attribute: Attribute, unit: UnitForm, to: Value): boolean {
  const form = attribute.form === Form.indirect ? readUnsigned(reader) : attribute.form
  to.form = form
  to.kind = 'number'
  to.value = 0
  switch (form) {
    case Form.addr:
      to.kind = 'address'
      to.value = readAddress(reader, unit)
      return true
    case Form.string:
      to.kind = 'text'
      to.value = readInlineText(reader, unit.texts)
      return true
    case Form.strp:
    case Form.lineStrp:
      to.kind = 'text'
      to.value = unit.texts.at(
        form === Form.strp ? '.debug_str' : '.debug_line_str',
        readOffset(reader, unit.offsetLength),
      )
      return true
    case Form.gnuStrpAlt: // in another file
      to.kind = 'text'
      readOffset(reader, unit.offsetLength)
      return true
    case Form.block:
    case Form.exprloc:
      to.kind = 'other'
      reader.skip(readUnsigned(reader))
      return true
    case Form.block1:
      to.kind = 'other'
      reader.skip(reader.u8())
      return true
    case Form.block2:
      to.kind = 'other'
      reader.skip(reader.u16())
      return true
    case Form.block4:
      to.kind = 'other'
      reader.skip(reader.u32())
      return true
    case Form.data16:
      to.kind = 'other'
      reader.skip(16)
      return true
    case Form.sdata:
      to.value = readSigned(reader)
      return true
    case Form.implicitConst:
      to.value = attribute.constant
      return true
    case Form.flagPresent:
      to.value = 1
      return true
    case Form.udata:
    case Form.refUdata:
      to.value = readUnsigned(reader)
      return true
    case Form.loclistx:
    case Form.rnglistx: // gprof's reader takes no list by its index
      to.kind = 'other'
      readUnsigned(reader)
      return true
    case Form.strx:
      return textAt(readUnsigned(reader), unit, to)
    case Form.addrx:
      return addressAt(readUnsigned(reader), unit, to)
  }
  const size = sizeOfForm(form, unit)
  if (size < 0) return false
  to.value = readNumber(reader, size)
  if (form >= Form.strx1 && form <= Form.strx4) return textAt(to.value, unit, to)
  if (form >= Form.addrx1 && form <= Form.addrx4) return addressAt(to.value, unit, to)
  return true
}

/** An address, counted from the unit's origin: exact where it is near. */
export const readAddress = (reader: ByteReader, unit: UnitForm): number =>
  Number(readPlainAddress(reader, unit) - unit.origin)

/** An address as it is in memory, of 64 bits whatever the machine. */
export function readPlainAddress(reader: ByteReader, { addressLength, signedAddresses }: UnitForm): bigint {
  if (addressLength === 8) return reader.u64()
  const address = BigInt(reader.u32())
  return signedAddresses ? BigInt.asUintN(64, BigInt.asIntN(32, address)) : address
}

function readNumber(reader: ByteReader, size: number): number {
  if (size === 1) return reader.u8()
  if (size === 2) return reader.u16()
  if (size === 4) return reader.u32()
  if (size === 8) return Number(reader.u64())
  const [a, b, c] = reader.take(3)
  return reader.form.littleEndian ? a | (b << 8) | (c << 16) : (a << 16) | (b << 8) | c
}

function readInlineText(reader: ByteReader, texts: Texts): TextId {
  const start = reader.offset
  reader.skipText()
  if (reader.cut) return 0
  let text = ''
  for (let at = start; at < reader.offset - 1; at++) text += String.fromCharCode(reader.bytes[at])
  return texts.text(text)
}

function textAt(index: number, unit: UnitForm, to: Value): true {
  const table = unit.textOffsets
  to.kind = 'text'
  to.value = 0
  if (!table) return true
  table.offset = index * unit.offsetLength
  if (table.left >= unit.offsetLength) to.value = unit.texts.at('.debug_str', readOffset(table, unit.offsetLength))
  return true
}

function addressAt(index: number, unit: UnitForm, to: Value): true {
  const table = unit.addresses
  to.kind = 'address'
  if (table) table.offset = index * unit.addressLength
  to.value = table && table.left >= unit.addressLength ? readAddress(table, unit) : Number(-unit.origin)
  return true
}
