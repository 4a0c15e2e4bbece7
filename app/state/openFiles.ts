// What a person opens: files, text, samples, what this browser kept.

import { type DroppedFile, type Issue, type Profile, parseLink } from '../../src/index.ts'
import { selectionAsked } from './derive.ts'
import { fetchFiles } from './fetchFiles.ts'
import { oneFile } from './oneFile.ts'
import { forgetProfiles, type Progress, readFiles, stopReading } from './reader.ts'
import { keepRecent, recentFiles } from './recent.ts'
import { selectProfile } from './selecting.ts'
import { nothingHeld, type Opened, type State, store } from './store.ts'
import { applyTransforms } from './transforming.ts'
import { parseView } from './url.ts'
import { initialView, noOrigin, type Origin, type View } from './view.ts'

/** One of the sample profiles that come with the page, as `samples/index.json` lists it. */
export interface Sample {
  /** In links. */
  name: string
  file: string
  title: string
  /** What kind of file it is: "listing, gprof 2.40". */
  kind: string
  /** Its size in a few words. */
  facts: string
}

/**
 * Reads files that a person dropped, chose or pasted, and shows them when they turn out to hold a profile. Half a pair
 * is read with the other half of the last one, or waits for it.
 */
export const openFiles = (files: DroppedFile[]): Promise<void> => (files.length === 0 ? Promise.resolve() : read(files))

/** Reads pasted text. */
export const openText = (text: string): Promise<void> =>
  openFiles([{ name: 'pasted text', blob: new Blob([text], { type: 'text/plain' }) }])

/** The view with which a file that brings a profile along begins; null for a page that brings none. */
export const homeView: View | null = oneFile?.profile ? parseView(oneFile.view).view : null

/** Opens what a link is about, as far as that can be had without asking. */
export async function openLinked({ sample, hosted, data, fingerprint }: Origin): Promise<void> {
  if (data !== '') await openData(data)
  else if (hosted.length > 0) await openHosted(hosted)
  else if (sample !== '') await openSample(sample)
  else if (fingerprint !== homeView?.fingerprint && (await openRecent(fingerprint))) return
  else if (oneFile?.profile && homeView) {
    const { file } = homeView
    await read([oneFile.profile], { ...noOrigin, file, fingerprint: homeView.fingerprint })
  }
}

/** The samples that come with the page. */
export async function listSamples(): Promise<Sample[]> {
  const response = await fetch('samples/index.json')
  return response.ok ? ((await response.json()) as Sample[]) : []
}

async function openSample(name: string): Promise<void> {
  if (oneFile) return fail(name, 'The samples come with the page where it is served, not with this file.')
  const signal = beginFetching()
  reportReading(name)({ read: 0, total: 0 })
  const samples = await listSamples().catch((): Sample[] => [])
  if (signal.aborted) return
  const sample = samples.find(one => one.name === name)
  if (!sample && samples.length > 0)
    return fail(name, `There is no sample called "${name}". The samples are on the first page.`)
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
  const name = 'the profile in this link'
  if (!bytes.ok) return failWith(name, bytes.errors)
  await read([{ name, blob: new Blob([bytes.value]) }], { ...noOrigin, data })
}

/** Opens a file again that this page opened before, or this browser keeps; false if neither has it. */
export async function openRecent(fingerprint: string): Promise<boolean> {
  const files = openedBefore.get(fingerprint) ?? (await recentFiles(fingerprint))
  if (!files) return false
  await read(files)
  return true
}

const reportReading =
  (name: string) =>
  ({ files = 0, ofFiles = 0, ...bytes }: Pick<Progress, 'read' | 'total'> & Partial<Progress>) =>
    store.setState({ task: { phase: 'reading', name, files, ofFiles, ...bytes } })

let fetching = new AbortController()
/** One thing is opened at a time: what is being fetched for another is given up. */
function beginFetching(): AbortSignal {
  fetching.abort()
  fetching = new AbortController()
  return fetching.signal
}

/** Stops reading. What is on screen stays. */
export function cancelReading(): void {
  fetching.abort()
  stopReading()
  store.setState({ task: { phase: 'idle' } })
}

/** Back to the first page. */
export function closeProfile(): void {
  cancelReading()
  forgetProfiles()
  store.setState({
    opened: null,
    selected: null,
    applied: null,
    held: nothingHeld,
    view: initialView,
    hover: -1,
    mismatch: null,
  })
}

function fail(name: string, message: string): void {
  failWith(name, [{ code: 'not-understood', message }])
}

function failWith(name: string, errors: Issue[], ofPair = false): void {
  store.setState({ task: { phase: 'failed', name, errors, ofPair } })
}

/** @param linked Where files are from that a link led to; else they are the person's own. */
async function read(files: DroppedFile[], linked?: Origin): Promise<void> {
  fetching.abort()
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
  await show({ name: all, origin, profiles: result.value, processes: found.processes, warnings: result.warnings })
  if (linked) return
  remember(fingerprint, found.files)
  await keep(all, found.files, result.value)
}

/** So many of the files opened last are found again by Back, even where this browser keeps none. Blobs are no bytes. */
const MOST_REMEMBERED = 20
const openedBefore = new Map<string, DroppedFile[]>()

function remember(fingerprint: string, files: DroppedFile[]): void {
  openedBefore.delete(fingerprint)
  openedBefore.set(fingerprint, files)
  const [oldest] = openedBefore.keys()
  if (openedBefore.size > MOST_REMEMBERED) openedBefore.delete(oldest)
}

/** Names that are told one by one; of more, the folder that all are in is told, or how many there are. */
const MOST_NAMES = 3

function namesOf(files: DroppedFile[]): string {
  const names = files.map(file => file.name)
  if (names.length <= MOST_NAMES) return names.join(', ')
  const [folder, ...others] = new Set(names.map(name => name.slice(0, name.indexOf('/') + 1)))
  return others.length === 0 && folder !== ''
    ? folder.slice(0, -1)
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
}

/** Puts a profile on screen. A link that waited for it keeps its view; else what can still be found by name stays. */
async function show(opened: Opened): Promise<void> {
  const { view } = store.getState()
  const part = Math.min(view.part, opened.profiles.length)
  const { selected, applied } = await prepare(opened, part, view)
  store.setState(({ view }) => {
    const { fingerprint } = opened.origin
    const asked = view.fingerprint !== '' && fingerprint !== '' && view.fingerprint !== fingerprint
    const waiting = store.getState().opened === null && asked
    return {
      opened,
      selected,
      applied,
      task: { phase: 'idle' },
      view: { ...view, part, ...opened.origin },
      hover: -1,
      hit: 0,
      mismatch: waiting ? { file: view.file, fingerprint: view.fingerprint } : null,
    }
  })
}

/** What a link asks for beside the profile: so that it does not flash the whole profile first. */
async function prepare(opened: Opened, part: number, view: View): Promise<Pick<State, 'selected' | 'applied'>> {
  const all = opened.profiles[part - 1]
  const selection = selectionAsked({ ...store.getState(), opened, view: { ...view, part } })
  const selected = selection ? ((await selectProfile(all, part, selection)).selected ?? null) : null
  const { transforms } = view
  const source = { part, selection: selected?.selection ?? null, transforms: [] }
  const applied = transforms.length > 0 ? await applyTransforms(selected?.profile ?? all, source, transforms) : null
  return { selected, applied }
}

const keep = (name: string, files: DroppedFile[], profiles: Profile[]) => {
  const [{ fingerprint, total, unit, samplePeriod, functions }] = profiles
  const samples = total / samplePeriod
  return keepRecent(
    { fingerprint, name, total, unit, samples, functions: functions.length, openedAt: Date.now() },
    files,
  )
}
