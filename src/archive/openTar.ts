import { HEAD, kindOfFile } from '../fileKind.ts'
import type { Issue } from '../issue.ts'
import { readRange } from '../parse/elf.ts'
import { type Archive, collect, type Follow, USUAL_LIMITS } from './archive.ts'
import { blobInput, streamInput } from './inputs.ts'
import { say } from './sentences.ts'
import { kept } from './sources.ts'
import { readTar } from './tar.ts'

/** Opens a tar that is not packed: its files are parts of it. */
export async function openTar(name: string, blob: Blob, follow: Follow, limits = USUAL_LIMITS): Promise<Archive> {
  const contents = collect(name, limits)
  const input = blobInput(blob)
  for await (const entry of readTar(input)) {
    if (entry === null || input.at + entry.size > blob.size) {
      contents.fail(cut(name, contents.found()))
      break
    }
    const { path, size } = entry
    const source = blob.slice(input.at, input.at + size)
    await input.skip(size)
    if (contents.admits(path, size)) {
      const kind = kindOfFile(await readRange(source, 0, HEAD), size)
      if (contents.isOfUse(kind)) contents.add(path, source, kind)
    }
    if (contents.isFull() || !(await follow(input.at / blob.size, contents.found()))) break
  }
  return contents.archive()
}

/** Opens a tar that is packed with gzip: what may be of use of it is kept. */
export async function openPackedTar(name: string, blob: Blob, follow: Follow, limits = USUAL_LIMITS): Promise<Archive> {
  const contents = collect(name, limits)
  const passed = counter()
  const reader = blob.stream().pipeThrough(passed.stream).pipeThrough(new DecompressionStream('gzip')).getReader()
  const input = streamInput(reader)
  let room = 0
  try {
    for await (const entry of readTar(input)) {
      if (entry === null) throw new Error('cut')
      const { path, size } = entry
      if (contents.admits(path, size)) {
        const bytes = await input.take(size)
        if (bytes.length < size) throw new Error('cut')
        const kind = kindOfFile(bytes.subarray(0, HEAD), size)
        if (contents.isOfUse(kind)) {
          const copy = await kept(bytes, kind === 'program')
          room += copy.room
          if (contents.keeps(room)) contents.add(path, copy.source, kind)
        }
      } else await input.skip(size)
      if (contents.isFull() || !(await follow(passed.bytes() / blob.size, contents.found()))) break
    }
  } catch {
    contents.fail(cut(name, contents.found()))
  }
  await reader.cancel().catch(() => {})
  return contents.archive()
}

/** Counts the bytes that pass. */
function counter() {
  let bytes = 0
  const stream = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      bytes += piece.length
      controller.enqueue(piece)
    },
  })
  return { stream, bytes: () => bytes }
}

const cut = (name: string, files: number): Issue => ({
  code: 'damaged',
  ...say('tarCut', { name, files }),
})
