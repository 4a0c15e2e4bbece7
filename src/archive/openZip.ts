import { unzipRaw, type ZipEntry } from 'unzipit'
import { HEAD, kindOfFile } from '../fileKind.ts'
import { readRange } from '../parse/elf.ts'
import type { Said } from '../saying.ts'
import { type Archive, collect, type Follow, USUAL_LIMITS } from './archive.ts'
import { say } from './sentences.ts'
import { streamedSource } from './sources.ts'

const STORED = 0
const DEFLATED = 8

/** Opens a zip: its files are unpacked when they are read. */
export async function openZip(name: string, blob: Blob, follow: Follow, limits = USUAL_LIMITS): Promise<Archive> {
  const contents = collect(name, limits)
  const entries = await entriesOf(blob)
  if (!entries) contents.fail({ code: 'damaged', ...say('zipDamaged', { name }) })
  for (const [i, entry] of (entries ?? []).entries()) {
    const { name: path, size } = entry
    if (!entry.isDirectory && contents.admits(path, size)) {
      const damaged = say('entryDamaged', { path, name })
      const source = streamedSource(size, () => entry.stream(), damaged)
      const head = isReadable(entry) ? await readRange(source, 0, HEAD).catch(() => null) : null
      if (head) {
        const kind = kindOfFile(head, size)
        if (contents.isOfUse(kind)) contents.add(path, source, kind)
      } else if (isReadable(entry)) contents.fail({ code: 'damaged', ...damaged, file: path })
      else contents.fail({ code: 'not-understood', ...odd(name, entry), file: path })
    }
    if (contents.isFull() || !(await follow((i + 1) / (entries?.length ?? 1), contents.found()))) break
  }
  return contents.archive()
}

async function entriesOf(blob: Blob): Promise<ZipEntry[] | null> {
  try {
    return (await unzipRaw(blob)).entries
  } catch {
    return null
  }
}

const isReadable = ({ encrypted, compressionMethod }: ZipEntry) =>
  !encrypted && (compressionMethod === STORED || compressionMethod === DEFLATED)

const odd = (name: string, { name: path, encrypted, compressionMethod }: ZipEntry): Said =>
  encrypted ? say('entryEncrypted', { path, name }) : say('entryMethod', { path, name, method: compressionMethod })
