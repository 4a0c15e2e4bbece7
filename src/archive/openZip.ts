import { unzipRaw, type ZipEntry } from 'unzipit'
import { HEAD, kindOfFile } from '../fileKind.ts'
import { readRange } from '../parse/elf.ts'
import { type Archive, collect, type Follow, USUAL_LIMITS } from './archive.ts'
import { streamedSource } from './sources.ts'

const STORED = 0
const DEFLATED = 8

/** Opens a zip: its files are unpacked when they are read. */
export async function openZip(name: string, blob: Blob, follow: Follow, limits = USUAL_LIMITS): Promise<Archive> {
  const contents = collect(name, limits)
  const entries = await entriesOf(blob)
  if (!entries)
    contents.fail({
      code: 'damaged',
      message: `“${name}” is a ZIP archive whose table of contents cannot be read: it is damaged, or was not copied to its end. Copy it again; \`unzip -t\` tells whether it is whole.`,
    })
  for (const [i, entry] of (entries ?? []).entries()) {
    const { name: path, size } = entry
    if (!entry.isDirectory && contents.admits(path, size)) {
      const damaged = () => `“${path}” cannot be unpacked from “${name}”: the archive is damaged there.`
      const source = streamedSource(size, () => entry.stream(), damaged)
      const head = isReadable(entry) ? await readRange(source, 0, HEAD).catch(() => null) : null
      if (head) {
        const kind = kindOfFile(head, size)
        if (contents.isOfUse(kind)) contents.add(path, source, kind)
      } else if (isReadable(entry)) contents.fail({ code: 'damaged', message: damaged(), file: path })
      else contents.fail({ code: 'not-understood', message: odd(name, entry), file: path })
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

const odd = (name: string, { name: path, encrypted, compressionMethod }: ZipEntry): string =>
  encrypted
    ? `“${path}” in “${name}” is encrypted: unpack the archive, and open the folder.`
    : `“${path}” in “${name}” is packed by method ${compressionMethod}, which browsers cannot unpack: unpack the archive, and open the folder.`
