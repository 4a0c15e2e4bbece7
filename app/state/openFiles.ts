// What a person opens: files, text, samples, what this browser kept.

import { type DroppedFile, parseLink } from '../../src/index.ts'
import { messages } from '../messages/messages.ts'
import { fetchFiles } from './fetchFiles.ts'
import { oneFile } from './oneFile.ts'
import { openLinkedBeside } from './openBeside.ts'
import { filesOpenedBefore, rememberOpened } from './openedBefore.ts'
import { forgetProfiles, readFiles } from './reader.ts'
import {
  beginFetching,
  cancelReading,
  endFetching,
  failWith,
  lastWritten,
  namesOf,
  reportReading,
} from './readingTask.ts'
import { listSamples, type Sample } from './samples.ts'
import { showOpened } from './showOpened.ts'
import { nothingHeld, store } from './store.ts'
import { parseView } from './url.ts'
import { initialView, noOrigin, type Origin, type View } from './view.ts'

/**
 * Reads files that a person dropped, chose or pasted, and shows them when they turn out to hold a profile. Half a pair
 * is read with the other half of the last one, or waits for it.
 */
export const openFiles = (files: DroppedFile[]): Promise<void> => (files.length === 0 ? Promise.resolve() : read(files))

/** Reads pasted text. */
export const openText = (text: string): Promise<void> =>
  openFiles([{ name: messages().opening.pasted, blob: new Blob([text], { type: 'text/plain' }) }])

/** The view with which a file that brings a profile along begins; null for a page that brings none. */
export const homeView: View | null = oneFile?.profile ? parseView(oneFile.view).view : null

/** Opens what a link is about, as far as that can be had without asking, and what that is compared with. */
export async function openLinked(view: View): Promise<void> {
  await openOrigin(view)
  await openLinkedBeside(view)
}

async function openOrigin({ sample, hosted, data, fingerprint }: Origin): Promise<void> {
  if (data !== '') await openData(data)
  else if (hosted.length > 0) await openHosted(hosted)
  else if (sample !== '') await openSample(sample)
  else if (fingerprint !== homeView?.fingerprint && (await openRecent(fingerprint))) return
  else if (oneFile?.profile && homeView) {
    const { file } = homeView
    await read([oneFile.profile], { ...noOrigin, file, fingerprint: homeView.fingerprint })
  }
}

async function openSample(name: string): Promise<void> {
  if (oneFile) return fail(name, messages().opening.noSamples)
  const signal = beginFetching()
  reportReading(name)({ read: 0, total: 0 })
  const samples = await listSamples().catch((): Sample[] => [])
  if (signal.aborted) return
  const sample = samples.find(one => one.name === name)
  if (!sample && samples.length > 0) return fail(name, messages().opening.noSample(name))
  await openAddresses(name, [`samples/${sample?.file ?? 'index.json'}`], { ...noOrigin, sample: name })
}

const openHosted = (hosted: readonly string[]): Promise<void> =>
  openAddresses(hosted.join(', '), hosted, { ...noOrigin, hosted })

async function openAddresses(name: string, addresses: readonly string[], origin: Origin): Promise<void> {
  const signal = beginFetching()
  const report = reportReading(name)
  report({ read: 0, total: 0 })
  const found = await fetchFiles(addresses, (read, total) => report({ read, total }), signal).catch(() => null)
  if (!found || signal.aborted) return
  if (found.ok) await read(found.value, origin)
  else failWith(name, found.errors)
}

/** A profile that came with the link itself. */
async function openData(data: string): Promise<void> {
  const bytes = parseLink(data)
  const name = messages().opening.inLink
  if (!bytes.ok) return failWith(name, bytes.errors)
  await read([{ name, blob: new Blob([bytes.value]) }], { ...noOrigin, data })
}

/** Opens a file again that this page opened before, or this browser keeps; false if neither has it. */
export async function openRecent(fingerprint: string): Promise<boolean> {
  const files = await filesOpenedBefore(fingerprint)
  if (!files) return false
  await read(files)
  return true
}

/** Back to the first page. */
export function closeProfile(): void {
  cancelReading()
  forgetProfiles()
  store.setState({
    opened: null,
    picked: null,
    compared: null,
    applied: null,
    held: nothingHeld,
    view: initialView,
    hover: -1,
    mismatch: null,
  })
}

function fail(name: string, message: string): void {
  failWith(name, [{ code: 'not-understood', message, says: null }])
}

/** @param linked Where files are from that a link led to; else they are the person's own. */
async function read(files: DroppedFile[], linked?: Origin): Promise<void> {
  endFetching()
  const name = namesOf(files)
  const report = reportReading(name)
  report({ read: 0, total: files.reduce((sum, { blob }) => sum + blob.size, 0) })
  const found = await readFiles(files, store.getState().held, report)
  if (!found) return
  const { result, held } = found
  store.setState({ held })
  const [program] = held.programs
  // Files keep their identity on the way from the worker, as both lists come in one message.
  const isPair = held.profiles.length > 0 && program !== undefined && found.files.includes(program)
  if (!result.ok) return failWith(name, result.errors, isPair)
  const all = namesOf(found.files)
  const { fingerprint } = result.value[0] // of several in one file, the first stands for the file
  const origin = linked ?? { ...noOrigin, file: all, fingerprint }
  const { processes } = found
  await showOpened(
    {
      name: all,
      origin,
      profiles: result.value,
      processes,
      beside: null,
      written: lastWritten(found.files),
      warnings: result.warnings,
    },
    !linked,
  )
  if (!linked) await rememberOpened(all, found.files, result.value)
}
