// What a file is, is decided by its contents; its name is only for people.

import type { Issue } from './issue.ts'
import type { ByteSource } from './parse/elf.ts'
import { tracesOfBsd } from './parse/gmonForm.ts'
import { isExecutable, isGmonOut } from './parse/otherKinds.ts'
import { unpack } from './parse/unpack.ts'
import type { NamedSource } from './readRun.ts'
import { findEmbedded } from './share/embedded.ts'
import { isPacked } from './share/format.ts'

/** A file as it was dropped, chosen, or pasted. */
export interface DroppedFile {
  name: string
  blob: Blob
}

/** What a gmon.out and its executable have in common: neither is a profile by itself. */
export interface Half extends NamedSource {
  file: DroppedFile
}

/** A file that is read in whole. */
export interface WholeFile {
  name: string
  bytes: Uint8Array
  /** Bytes of the file as it was given, which of a packed one are fewer. */
  size: number
}

export interface Sorted {
  programs: Half[]
  profiles: Half[]
  texts: WholeFile[]
  /** Profiles that Arcflame packed. */
  packed: WholeFile[]
  failures: Issue[]
}

/** Sorts files by what they are. An executable is not read: its first bytes tell. */
export async function sortFiles(files: DroppedFile[]): Promise<Sorted> {
  const sorted: Sorted = { programs: [], profiles: [], texts: [], packed: [], failures: [] }
  for (const file of files) {
    const { name, blob } = file
    if (isExecutable(new Uint8Array(await blob.slice(0, 4).arrayBuffer()))) {
      sorted.programs.push({ name, source: blob, file })
      continue
    }
    const fail = (errors: Issue[]) =>
      sorted.failures.push(...errors.map(error => (files.length > 1 ? { ...error, file: name } : error)))
    const unpacked = await unpack(name, blob)
    if (!unpacked.ok) {
      fail(unpacked.errors)
      continue
    }
    const bytes = unpacked.value
    if (isExecutable(bytes)) sorted.programs.push({ name, source: sourceOf(bytes), file })
    else if (isGmonOut(bytes) || tracesOfBsd(bytes)) sorted.profiles.push({ name, source: sourceOf(bytes), file })
    else if (isPacked(bytes)) sorted.packed.push({ name, bytes, size: blob.size })
    else {
      const embedded = findEmbedded(name, bytes)
      if (embedded?.ok) sorted.packed.push({ name, bytes: embedded.value, size: blob.size })
      else if (embedded) fail(embedded.errors)
      else sorted.texts.push({ name, bytes, size: blob.size })
    }
  }
  return sorted
}

/** Bytes that are there already: a Blob of them would copy them twice. */
const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  slice: (start, end) => ({ arrayBuffer: async () => (bytes as Uint8Array<ArrayBuffer>).slice(start, end).buffer }),
})
