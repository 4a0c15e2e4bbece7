// What is opened beside what is on screen, to be compared with it.

import { type DroppedFile, parseLink } from '../../src/index.ts'
import { messages } from '../messages/messages.ts'
import { fetchFiles } from './fetchFiles.ts'
import { filesOpenedBefore, rememberOpened } from './openedBefore.ts'
import { readBeside } from './reader.ts'
import { beginFetching, failWith, lastWritten, namesOf, reportReading } from './readingTask.ts'
import { listSamples, type Sample } from './samples.ts'
import { store } from './store.ts'
import { isNamed, noOrigin, type Origin, type View } from './view.ts'

/** Opens beside what is open what the view compares it with, as far as that can be had without asking. */
export async function openLinkedBeside({ against, beside }: View): Promise<void> {
  const { opened, view } = store.getState()
  // Meanwhile another link may have been followed.
  if (!against || !isNamed(beside) || !opened || view.beside !== beside) return
  const files = await filesOfOrigin(beside)
  const isStillOpen = store.getState().opened === opened
  if (files && isStillOpen) await readBesideOpened(files, beside)
}

/** Null where only the person has them, or if they cannot be had, which is told. */
async function filesOfOrigin({ data, hosted, sample, fingerprint }: Origin): Promise<DroppedFile[] | null> {
  if (data !== '') {
    const bytes = parseLink(data)
    const name = messages().opening.beforeInLink
    if (bytes.ok) return [{ name, blob: new Blob([bytes.value]) }]
    failWith(name, bytes.errors)
    return null
  }
  if (hosted.length > 0) return fetchBeside(hosted)
  if (sample === '') return filesOpenedBefore(fingerprint)
  const signal = beginFetching()
  const samples = await listSamples().catch((): Sample[] => [])
  if (signal.aborted) return null
  return fetchBeside([`samples/${samples.find(one => one.name === sample)?.file ?? sample}`])
}

async function fetchBeside(addresses: readonly string[]): Promise<DroppedFile[] | null> {
  const name = addresses.join(', ')
  const signal = beginFetching()
  const report = reportReading(name)
  const found = await fetchFiles(addresses, (read, total) => report({ read, total }), signal).catch(() => null)
  if (!found || signal.aborted) return null
  if (found.ok) return found.value
  failWith(name, found.errors)
  return null
}

/** Reads files that a person chose to compare what is on screen with: they are what was before. */
export const openBeside = (files: DroppedFile[]): Promise<void> =>
  files.length === 0 ? Promise.resolve() : readBesideOpened(files)

/** Opens what this browser keeps beside what is on screen; false if it does not have it any more. */
export async function openRecentBeside(fingerprint: string): Promise<boolean> {
  const files = await filesOpenedBefore(fingerprint)
  if (files) await readBesideOpened(files)
  return files !== null
}

/** Opens a sample beside what is on screen. */
export async function openSampleBeside(sample: string): Promise<void> {
  const origin = { ...noOrigin, sample }
  const files = await filesOfOrigin(origin)
  if (files) await readBesideOpened(files, origin)
}

/** @param linked Where files are from that a link led to; else they are the person's own, and what is compared with. */
async function readBesideOpened(files: DroppedFile[], linked?: Origin): Promise<void> {
  const { opened, held } = store.getState()
  if (!opened) return
  const name = namesOf(files)
  const report = reportReading(name)
  report({ read: 0, total: files.reduce((sum, { blob }) => sum + blob.size, 0) })
  const part = opened.beside?.part ?? opened.profiles.length + 1
  const found = await readBeside(files, held, part - 1, report)
  if (!found) return
  const { result } = found
  if (!result.ok) return failWith(name, result.errors)
  const all = namesOf(found.files)
  const { fingerprint } = result.value[0]
  const origin = linked ?? { ...noOrigin, file: all, fingerprint }
  const first = opened.profiles.slice(0, part - 1)
  store.setState(({ view }) => ({
    held: found.held,
    task: { phase: 'idle' },
    opened: {
      ...opened,
      profiles: [...first, ...result.value],
      processes: [...opened.processes.slice(0, part - 1), ...found.processes],
      beside: { name: all, origin, part, written: lastWritten(found.files), warnings: result.warnings },
    },
    view: {
      ...view,
      beside: origin,
      ...(linked && view.against
        ? {}
        : { part: view.part < part ? view.part : 1, against: { part, processes: [] }, side: 'b' as const }),
    },
  }))
  if (!linked) await rememberOpened(all, found.files, result.value)
}
