// What a person opens: files, text, samples, what this browser kept.

import { type DroppedFile, type Issue, type Profile, parseLink } from '../../src/index.ts'
import type { Messages } from '../messages/en.ts'
import { messages } from '../messages/messages.ts'
import { pickedAsked } from './derive.ts'
import { fetchFiles } from './fetchFiles.ts'
import { oneFile } from './oneFile.ts'
import { pickProfile } from './picking.ts'
import { forgetProfiles, type Progress, readBeside, readFiles, stopReading } from './reader.ts'
import { keepRecent, recentFiles } from './recent.ts'
import { byCalls, nothingHeld, type Opened, type State, store } from './store.ts'
import { applyTransforms } from './transforming.ts'
import { parseView } from './url.ts'
import { initialView, isNamed, noOrigin, type Origin, type View } from './view.ts'

/** One of the sample profiles that come with the page, as `samples/index.json` lists it. */
export interface Sample {
  /** In links; messages tell what it is. */
  name: keyof Messages['start']['sampleCards']
  file: string
  /** Whether there are notes that lead through it. */
  guided?: boolean
}

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

/** The samples that come with the page. */
export async function listSamples(): Promise<Sample[]> {
  const response = await fetch('samples/index.json')
  return response.ok ? ((await response.json()) as Sample[]) : []
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
  const files = openedBefore.get(fingerprint) ?? (await recentFiles(fingerprint))
  if (!files) return false
  await read(files)
  return true
}

/** Opens beside what is open what the view compares it with, as far as that can be had without asking. */
export async function openLinkedBeside({ against, beside }: View): Promise<void> {
  if (!against || !isNamed(beside) || !store.getState().opened) return
  const files = await filesOfOrigin(beside)
  if (files) await readBesideOpened(files, beside)
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
  if (hosted.length > 0 || sample !== '') {
    const file =
      sample === '' ? undefined : (await listSamples().catch((): Sample[] => [])).find(one => one.name === sample)?.file
    return fetchBeside(sample === '' ? hosted : [`samples/${file ?? sample}`])
  }
  return openedBefore.get(fingerprint) ?? recentFiles(fingerprint)
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
  const files = openedBefore.get(fingerprint) ?? (await recentFiles(fingerprint))
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
      beside: { name: all, origin, part },
      warnings: [...opened.warnings, ...result.warnings],
    },
    view: {
      ...view,
      beside: origin,
      ...(linked && view.against
        ? {}
        : { part: view.part < part ? view.part : 1, against: { part, processes: [] }, side: 'b' as const }),
    },
  }))
  if (linked) return
  remember(fingerprint, found.files)
  await keep(all, found.files, result.value)
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
  const { processes } = found
  await show({ name: all, origin, profiles: result.value, processes, beside: null, warnings: result.warnings }, !linked)
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
    : messages().opening.andMore(names.slice(0, MOST_NAMES).join(', '), names.length - MOST_NAMES)
}

/**
 * Puts a profile on screen. A link that waited for it keeps its view; else what can still be found by name stays.
 * @param isOwn Whether a person gave it: then two files are for being compared, and listings of one program are a set.
 */
async function show(opened: Opened, isOwn: boolean): Promise<void> {
  const { view: before, opened: present } = store.getState()
  const { fingerprint } = opened.origin
  const isAnother = isOwn && present !== null && before.fingerprint !== fingerprint
  const view = {
    ...before,
    ...opened.origin,
    part: Math.min(before.part, opened.profiles.length),
    ...(isAnother ? { against: null, beside: noOrigin } : {}),
  }
  const isFirst = isOwn && before.fingerprint !== fingerprint && view.against === null && view.part === 1
  const isPair = opened.profiles.length === 2 && opened.profiles.every(isWholeFile)
  if (isFirst && isPair) Object.assign(view, { part: 2, against: { part: 1, processes: [] } })
  if (isFirst && isSetOfListings(opened)) view.part = opened.profiles.length
  const { picked, applied } = await prepare(opened, view)
  const shown = picked?.profile ?? opened.profiles[view.part - 1]
  const measured = isOwn ? measuredFor(shown, present, before) : {}
  store.setState(state => {
    const asked = state.view.fingerprint !== '' && fingerprint !== '' && state.view.fingerprint !== fingerprint
    const waiting = state.opened === null && asked
    const { part, against, beside } = view
    return {
      opened,
      picked,
      applied,
      task: { phase: 'idle' },
      view: { ...state.view, ...opened.origin, part, against, beside, ...measured },
      hover: -1,
      hit: 0,
      mismatch: waiting ? { file: state.view.file, fingerprint: state.view.fingerprint } : null,
    }
  })
}

const hasNoTimes = ({ total, arcs }: Profile) => !(total > 0) && arcs.count.some(count => count > 0)

/** Without times, views go by calls from the start; and by time again once there are some. */
function measuredFor(shown: Profile, present: Opened | null, { measure, part, sort }: View): Partial<View> {
  const { measure: usual, sort: usualSort } = initialView
  const isUsual = measure === usual && sort.column === usualSort.column
  if (hasNoTimes(shown)) return isUsual ? byCalls : {}
  const before = present?.profiles[part - 1]
  const wasSwitched = before && hasNoTimes(before) && measure === byCalls.measure
  return wasSwitched ? { measure: usual, sort: usualSort } : {}
}

/** Not one of several in a file. */
const isWholeFile = ({ completeness: { firstLine } }: Profile) => firstLine <= 1

/** The sum of all others stands behind them. */
const isSetOfListings = ({ profiles, processes }: Opened) => processes.at(-1)?.length === profiles.length - 1

/** What a link asks for beside the profile: so that it does not flash the whole profile first. */
async function prepare(opened: Opened, view: View): Promise<Pick<State, 'picked' | 'applied'>> {
  const all = opened.profiles[view.part - 1]
  const asked = pickedAsked({ ...store.getState(), opened, view })
  const picked = asked ? ((await pickProfile(all, asked)).picked ?? null) : null
  const { transforms } = view
  const source = { ...(picked?.picked ?? { part: view.part, selection: null, against: null }), transforms: [] }
  const applied = transforms.length > 0 ? await applyTransforms(picked?.profile ?? all, source, transforms) : null
  return { picked, applied }
}

const keep = (name: string, files: DroppedFile[], profiles: Profile[]) => {
  const [{ fingerprint, total, unit, samplePeriod, functions }] = profiles
  const samples = total / samplePeriod
  return keepRecent(
    { fingerprint, name, total, unit, samples, functions: functions.length, openedAt: Date.now() },
    files,
  )
}
