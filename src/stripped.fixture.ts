// Executables as they are after `strip`, without running it.

import { readFileSync } from 'node:fs'

/** SHT_… */
const sectionType = { bytes: 1, symbolTable: 2, noBits: 8, dynamicSymbolTable: 11 }

/**
 * An ELF file without its symbol table, as `strip` leaves it: the section is of no kind any more. `without`: sections that are
 * emptied as well, by name.
 */
export function strippedOf(program: Uint8Array, ...without: string[]): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(program)
  const view = new DataView(bytes.buffer)
  const isWide = bytes[4] === 2
  const little = bytes[5] === 1
  const place = isWide
    ? { headers: 0x28, size: 0x3a, offset: 24, link: 62 }
    : { headers: 0x20, size: 0x2e, offset: 16, link: 50 }
  const address = (at: number) => (isWide ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little))
  const size = view.getUint16(place.size, little)
  const header = (section: number) => address(place.headers) + section * size
  const names = address(header(view.getUint16(place.link, little)) + place.offset)
  for (let section = 0; section < view.getUint16(place.size + 2, little); section++) {
    const at = header(section)
    const name = names + view.getUint32(at, little)
    const type = view.getUint32(at + 4, little)
    const isNamed = (each: string) =>
      Buffer.from(bytes.subarray(name, name + each.length + 1)).toString() === `${each}\0`
    if (type === sectionType.symbolTable) view.setUint32(at + 4, sectionType.bytes, little)
    if (without.some(isNamed)) view.setUint32(at + 4, sectionType.noBits, little)
  }
  return bytes
}

/** A file to be read, of the disk unless bytes are given. */
export const sourceOfFile = (name: string, bytes: Uint8Array<ArrayBuffer> = new Uint8Array(readFileSync(name))) => ({
  name,
  source: new Blob([bytes]),
})
