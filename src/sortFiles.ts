// What a file is, is decided by its contents; its name is only for people.

import type { Issue } from './issue.ts'
import type { ByteSource } from './parse/elf.ts'
import { tracesOfBsd } from './parse/gmonForm.ts'
import { isExecutable, isGmonOut } from './parse/otherKinds.ts'
import { unpack } from './parse/unpack.ts'
import type { NamedSource } from './readRun.ts'

/** A file as it was dropped, chosen, or pasted. */
export interface DroppedFile {
  name: string
  blob: Blob
}

/** What a gmon.out and its executable have in common: neither is a profile by itself. */
export interface Half extends NamedSource {
  file: DroppedFile
}

export interface TextFile {
  name: string
  bytes: Uint8Array
  /** Bytes of the file as it was given, which of a packed one are fewer. */
  size: number
}

export interface Sorted {
  programs: Half[]
  profiles: Half[]
  texts: TextFile[]
  failures: Issue[]
}

/** Sorts files by what they are. An executable is not read: its first bytes tell. */
export async function sortFiles(files: DroppedFile[]): Promise<Sorted> {
  const sorted: Sorted = { programs: [], profiles: [], texts: [], failures: [] }
  for (const file of files) {
    const { name, blob } = file
    if (isExecutable(new Uint8Array(await blob.slice(0, 4).arrayBuffer()))) {
      sorted.programs.push({ name, source: blob, file })
      continue
    }
    const unpacked = await unpack(name, blob)
    if (!unpacked.ok) {
      sorted.failures.push(...unpacked.errors.map(error => (files.length > 1 ? { ...error, file: name } : error)))
      continue
    }
    const bytes = unpacked.value
    if (isExecutable(bytes)) sorted.programs.push({ name, source: sourceOf(bytes), file })
    else if (isGmonOut(bytes) || tracesOfBsd(bytes)) sorted.profiles.push({ name, source: sourceOf(bytes), file })
    else sorted.texts.push({ name, bytes, size: blob.size })
  }
  return sorted
}

/** Bytes that are there already: a Blob of them would copy them twice. */
const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  slice: (start, end) => ({ arrayBuffer: async () => (bytes as Uint8Array<ArrayBuffer>).slice(start, end).buffer }),
})
