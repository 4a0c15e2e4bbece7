// Files as one zip that is written while it is sent: a folder of thousands of gmon.out, nearly all of whose bytes are zeros,
// takes one request and little room, and the page unpacks each file of it when it reads it. (APPNOTE.TXT, version 6.3.)

import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import type { FileBelow } from '../files.ts'

/** Without the extensions for larger ones, a zip holds no more. */
export const MOST_FILES = 0xffff
/** The page reads no larger file. */
const LARGEST = 2 ** 30

const UTF8_NAME = 0x800
const DEFLATED = 8
const VERSION = 20
/** 1 January 1980: when files were written is nobody's business. */
const EARLIEST = 0x21

/** Writes a zip of files, as they are by now; those that are gone, or are too large for the page, are left out. */
export async function* zipFiles(files: readonly FileBelow[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let at = 0
  for (const { name, path } of files) {
    const bytes = await contentsOf(path)
    if (!bytes) continue
    const packed = await promisify(deflateRaw)(bytes, { level: 1 })
    const { entry, row } = headersOf(Buffer.from(name), bytes, packed.length, at)
    directory.push(row)
    yield entry
    yield packed
    at += entry.length + packed.length
  }
  const table = Buffer.concat(directory)
  yield table
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  yield end
}

/** Null for what cannot be read. A link that has come in the place of a file leads elsewhere, and is not followed. */
async function contentsOf(path: string): Promise<Buffer | null> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      const { size } = await file.stat()
      return size > LARGEST ? null : await file.readFile()
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

/** What stands before a file, and its row in the directory at the end. */
function headersOf(name: Buffer, bytes: Buffer, packed: number, at: number): { entry: Buffer; row: Buffer } {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(VERSION, 0)
  common.writeUInt16LE(UTF8_NAME, 2)
  common.writeUInt16LE(DEFLATED, 4)
  common.writeUInt16LE(EARLIEST, 8)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(packed, 14)
  common.writeUInt32LE(bytes.length, 18)
  common.writeUInt16LE(name.length, 22)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(at, 10)
  const madeBy = Buffer.from([VERSION, 0])
  return {
    entry: Buffer.concat([Buffer.from('PK\x03\x04'), common, name]),
    row: Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, common, place, name]),
  }
}
