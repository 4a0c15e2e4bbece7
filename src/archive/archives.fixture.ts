// Archives as tar and zip make them, of a few files.

import { deflateRawSync, gzipSync } from 'node:zlib'

export type Files = Record<string, Uint8Array<ArrayBuffer> | string>

const BLOCK = 512
const bytesOf = (contents: Uint8Array<ArrayBuffer> | string) => Buffer.from(contents)

/** How names of more than 100 bytes are stored. */
export type LongNames = 'prefix' | 'gnu' | 'pax'

export function tarOf(files: Files, longNames: LongNames = 'prefix'): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const put = (name: string, contents: Buffer, type: string, prefix = '') => {
    const header = Buffer.alloc(BLOCK)
    header.write(name, 0, 100)
    header.write('0000644\0', 100)
    header.write(`${contents.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('        ', 148)
    header.write(type, 156)
    header.write(longNames === 'gnu' ? 'ustar  \0' : 'ustar\x0000', 257, 'latin1')
    header.write(prefix, 345, 155)
    const sum = header.reduce((all, byte) => all + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    parts.push(header, contents, Buffer.alloc((BLOCK - (contents.length % BLOCK)) % BLOCK))
  }
  for (const [path, contents] of Object.entries(files)) {
    if (path.endsWith('/')) put(path, Buffer.alloc(0), '5')
    else if (path.length <= 100) put(path, bytesOf(contents), '0')
    else if (longNames === 'prefix') {
      const slash = path.lastIndexOf('/')
      put(path.slice(slash + 1), bytesOf(contents), '0', path.slice(0, slash))
    } else {
      if (longNames === 'gnu') put('././@LongLink', Buffer.from(`${path}\0`), 'L')
      else put('PaxHeaders/x', Buffer.from(paxRecord('path', path)), 'x')
      put(path.slice(0, 100), bytesOf(contents), '0')
    }
  }
  return new Uint8Array(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]))
}

/** The length counts its own digits. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`
  let length = rest.length + 1
  while (String(length).length + rest.length !== length) length++
  return `${length}${rest}`
}

export const gzipOf = (bytes: Uint8Array | string) => new Uint8Array(gzipSync(bytes)) as Uint8Array<ArrayBuffer>

/** @param method 8 deflates, 0 stores; others only claim to be what they are. */
export function zipOf(files: Files, method = 8, flags = 0): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, contents] of Object.entries(files)) {
    const bytes = bytesOf(contents)
    const packed = method === 8 ? deflateRawSync(bytes) : bytes
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, name)
    parts.push(Buffer.from('PK\x03\x04'), common, name, packed)
    at += 30 + name.length + packed.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, table, end]))
}
