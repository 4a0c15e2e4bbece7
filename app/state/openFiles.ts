// What a person opens: files, text, samples, what this browser kept.

import type { DroppedFile, Issue, Profile } from '../../src/index.ts'
import { oneFile } from './oneFile.ts'
import { forgetProfiles, readFiles, stopReading } from './reader.ts'
import { keepRecent, recentFiles } from './recent.ts'
import { nothingHeld, type Opened, store } from './store.ts'
import { applyTransforms } from './transforming.ts'
import { parseView } from './url.ts'
import { initialView, type View } from './view.ts'

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
export const openFiles = (files: File[]): Promise<void> =>
  files.length === 0 ? Promise.resolve() : read(files.map(fileOf), { sample: '', keep: true })

/** Reads pasted text. */
export const openText = (text: string): Promise<void> =>
  openFiles([new File([text], 'pasted text', { type: 'text/plain' })])

/** Opens a sample profile by its name in links. */
export async function openSample(name: string): Promise<void> {
  if (oneFile) return fail(name, 'The samples come with the page where it is served, not with this file.')
  store.setState({ task: { phase: 'reading', name, read: 0, total: 0 } })
  try {
    const sample = (await listSamples()).find(one => one.name === name)
    if (!sample) return fail(name, `There is no sample called "${name}". The samples are on the first page.`)
    const response = await fetch(`samples/${sample.file}`)
    if (!response.ok) return fail(name, `The sample ${sample.file} could not be loaded (HTTP ${response.status}).`)
    await read([{ name: sample.file, blob: await response.blob() }], { sample: name, keep: false })
  } catch {
    fail(
      name,
      `The sample "${name}" could not be loaded: the page's own files are out of reach. Is it still being served?`,
    )
  }
}

/** The samples that come with the page. */
export async function listSamples(): Promise<Sample[]> {
  const response = await fetch('samples/index.json')
  return response.ok ? ((await response.json()) as Sample[]) : []
}

/** Opens a file again that this browser keeps; false if it does not keep it. */
export async function openRecent(fingerprint: string): Promise<boolean> {
  const files = await recentFiles(fingerprint)
  if (!files) return false
  await read(files, { sample: '', keep: true })
  return true
}

/** The view with which a file that brings a profile along begins; null for a page that brings none. */
export const homeView: View | null = oneFile?.profile ? parseView(oneFile.view).view : null

/** Opens what the view in the address is about, as far as that can be had without asking. */
export async function openLinked(view: View): Promise<void> {
  if (oneFile?.profile) {
    // Another profile may have been dropped on the file since, and its address be asked for.
    const isOther = view.fingerprint !== homeView?.fingerprint && (await openRecent(view.fingerprint))
    if (!isOther) await read([oneFile.profile], { sample: view.sample, keep: false })
  } else if (view.sample !== '') await openSample(view.sample)
  else if (view.fingerprint !== '') await openRecent(view.fingerprint)
}

/** Stops reading. What is on screen stays. */
export function cancelReading(): void {
  stopReading()
  store.setState({ task: { phase: 'idle' } })
}

/** Back to the first page. */
export function closeProfile(): void {
  cancelReading()
  forgetProfiles()
  store.setState({ opened: null, applied: null, held: nothingHeld, view: initialView, hover: -1, mismatch: null })
}

const fileOf = (file: File): DroppedFile => ({ name: file.webkitRelativePath || file.name, blob: file })

function fail(name: string, message: string): void {
  failWith(name, [{ code: 'not-understood', message }])
}

function failWith(name: string, errors: Issue[], ofPair = false): void {
  store.setState({ task: { phase: 'failed', name, errors, ofPair } })
}

async function read(files: DroppedFile[], { sample, keep: isKept }: { sample: string; keep: boolean }): Promise<void> {
  const name = namesOf(files)
  const report = (read: number, total: number) => store.setState({ task: { phase: 'reading', name, read, total } })
  report(
    0,
    files.reduce((sum, { blob }) => sum + blob.size, 0),
  )
  const found = await readFiles(files, store.getState().held, report)
  if (!found) return
  const { result, held } = found
  store.setState({ held })
  const [program] = held.programs
  // Files keep their identity on the way from the worker, as both lists come in one message.
  const isPair = held.profiles.length > 0 && program !== undefined && found.files.includes(program)
  if (!result.ok) return failWith(name, result.errors, isPair)
  const all = namesOf(found.files)
  await show({ name: all, sample, profiles: result.value, warnings: result.warnings })
  if (isKept) await keep(all, found.files, result.value)
}

const namesOf = (files: DroppedFile[]) => files.map(file => file.name).join(', ')

/** Puts a profile on screen. A link that waited for it keeps its view; else what can still be found by name stays. */
async function show(opened: Opened): Promise<void> {
  const { transforms, part: wanted } = store.getState().view
  const part = Math.min(wanted, opened.profiles.length)
  // So that a link with transforms does not flash the whole profile first.
  const applied = transforms.length > 0 ? await applyTransforms(opened.profiles[part - 1], part, transforms) : null
  store.setState(({ view }) => {
    const { fingerprint } = opened.profiles[0] // of several in one file, the first stands for the file
    const asked = view.fingerprint !== '' && view.fingerprint !== fingerprint && opened.sample === ''
    const waiting = store.getState().opened === null && asked
    const origin =
      opened.sample === ''
        ? { sample: '', file: opened.name, fingerprint }
        : { sample: opened.sample, file: '', fingerprint: '' }
    return {
      opened,
      applied,
      task: { phase: 'idle' },
      view: { ...view, part, ...origin },
      hover: -1,
      hit: 0,
      mismatch: waiting ? { file: view.file, fingerprint: view.fingerprint } : null,
    }
  })
}

const keep = (name: string, files: DroppedFile[], profiles: Profile[]) => {
  const [{ fingerprint, total, unit, samplePeriod, functions }] = profiles
  const samples = total / samplePeriod
  return keepRecent(
    { fingerprint, name, total, unit, samples, functions: functions.length, openedAt: Date.now() },
    files,
  )
}
