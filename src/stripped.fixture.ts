// Executables as they are after `strip`, without running it.

import { readFileSync } from 'node:fs'

/** SHT_… */
const sectionType = { bytes: 1, symbolTable: 2, note: 7, noBits: 8 }
/** SHF_ALLOC */
const loadedFlag = 2

/**
 * An ELF file without its symbol table, as `strip` leaves it: the section is of no kind any more. `without`: sections that are
 * emptied as well, by name.
 */
export const strippedOf = (program: Uint8Array, ...without: string[]): Uint8Array<ArrayBuffer> =>
  withSections(program, ({ name, type }) =>
    without.includes(name) ? sectionType.noBits : type === sectionType.symbolTable ? sectionType.bytes : type,
  )

/** Its debug file, as `objcopy --only-keep-debug` makes it: sections that are loaded keep their place and have no bytes. */
export const debugFileOf = (program: Uint8Array, ...without: string[]): Uint8Array<ArrayBuffer> =>
  withSections(program, ({ name, type, isLoaded }) =>
    without.includes(name) || (isLoaded && type !== sectionType.note) ? sectionType.noBits : type,
  )

/** The file with other types of sections. */
function withSections(
  program: Uint8Array,
  typeOf: (section: { name: string; type: number; isLoaded: boolean }) => number,
): Uint8Array<ArrayBuffer> {
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
    const type = typeOf({
      name: Buffer.from(bytes.subarray(name, bytes.indexOf(0, name))).toString('latin1'),
      type: view.getUint32(at + 4, little),
      isLoaded: (address(at + 8) & loadedFlag) !== 0,
    })
    view.setUint32(at + 4, type, little)
  }
  return bytes
}

/** A file to be read, of the disk unless bytes are given. */
export const sourceOfFile = (name: string, bytes: Uint8Array<ArrayBuffer> = new Uint8Array(readFileSync(name))) => ({
  name,
  source: new Blob([bytes]),
})
