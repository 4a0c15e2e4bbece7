// The only file that talks to the reading worker.
//
// Each reading gets a worker of its own, which then keeps the profiles and draws up flame charts of them. Cancel is
// terminating it, at once and whatever it is doing; the worker of the profile on screen is not touched until the new one
// has something to show.

import type {
  DroppedFile,
  FlameOptions,
  FlameTable,
  Issue,
  Profile,
  Result,
  WorkerReply,
  WorkerRequest,
} from '../../src/index.ts'
import { keepRecent, recentFiles } from './recent.ts'
import { type Opened, store } from './store.ts'
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

/** Started already, and waiting for something to read. */
let spare: Worker | null = null
let reading: Worker | null = null
/** Holds the profiles on screen. */
let current: Worker | null = null

/** A gmon.out that waits for its executable, or the other way round. */
let waiting: DroppedFile[] = []

/**
 * Reads files that a person dropped, chose or pasted, and shows them when they turn out to hold a profile. Half a pair
 * waits for the other half.
 */
export const openFiles = (files: File[]): Promise<void> =>
  files.length === 0 ? Promise.resolve() : read([...waiting, ...files.map(fileOf)], { sample: '' })

/** Reads pasted text. */
export const openText = (text: string): Promise<void> =>
  openFiles([new File([text], 'pasted text', { type: 'text/plain' })])

/** Opens a sample profile by its name in links. */
export async function openSample(name: string): Promise<void> {
  store.setState({ task: { phase: 'reading', name, read: 0, total: 0 } })
  try {
    const sample = (await listSamples()).find(one => one.name === name)
    if (!sample) return fail(name, `There is no sample called "${name}". The samples are on the first page.`)
    const response = await fetch(`samples/${sample.file}`)
    if (!response.ok) return fail(name, `The sample ${sample.file} could not be loaded (HTTP ${response.status}).`)
    await read([{ name: sample.file, blob: await response.blob() }], { sample: name })
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
  await read(files, { sample: '' })
  return true
}

/** Opens what the view in the address is about, as far as that can be had without asking. */
export async function openLinked(view: View): Promise<void> {
  if (view.sample !== '') await openSample(view.sample)
  else if (view.fingerprint !== '') await openRecent(view.fingerprint)
}

/** Stops reading. What is on screen stays. */
export function cancelReading(): void {
  reading?.terminate()
  reading = null
  store.setState({ task: { phase: 'idle' } })
}

/** Back to the first page. */
export function closeProfile(): void {
  cancelReading()
  current?.terminate()
  current = null
  store.setState({ opened: null, view: initialView, hover: -1, mismatch: null })
}

const fileOf = (file: File): DroppedFile => ({ name: file.webkitRelativePath || file.name, blob: file })

function fail(name: string, message: string): void {
  failWith(name, [{ code: 'not-understood', message }])
}

function failWith(name: string, errors: Issue[]): void {
  store.setState({ task: { phase: 'failed', name, errors } })
}

async function read(files: DroppedFile[], { sample }: { sample: string }): Promise<void> {
  reading?.terminate()
  const worker = spare ?? startWorker()
  spare = null
  reading = worker
  const name = files.map(file => file.name).join(', ')
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0)
  store.setState({ task: { phase: 'reading', name, read: 0, total: bytes } })
  const result = await new Promise<Result<Profile[]>>(resolve => {
    worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.kind === 'progress')
        store.setState({ task: { phase: 'reading', name, read: data.done, total: data.total } })
      else if (data.kind === 'read') resolve(data.result)
      else if (data.kind === 'failed')
        resolve({ ok: false, errors: [{ code: 'not-understood', message: data.message }] })
    }
    worker.onerror = event =>
      resolve({ ok: false, errors: [{ code: 'not-understood', message: `The reader stopped: ${event.message}` }] })
    worker.postMessage({ id: 0, kind: 'read', files } satisfies WorkerRequest)
  })
  if (reading !== worker) return // cancelled, or overtaken by a later drop
  reading = null
  const isHalf = !result.ok && result.errors.some(({ code }) => code === 'needs-executable' || code === 'needs-gmon')
  waiting = isHalf ? files : []
  if (!result.ok) {
    worker.terminate()
    return failWith(name, result.errors)
  }
  current?.terminate()
  current = worker
  show({ name, sample, profiles: result.value, warnings: result.warnings })
  if (sample === '') await keep(name, files, result.value)
}

/** Puts a profile on screen. A link that waited for it keeps its view; else what can still be found by name stays. */
function show(opened: Opened): void {
  store.setState(({ view }) => {
    const part = Math.min(view.part, opened.profiles.length)
    const { fingerprint } = opened.profiles[0] // of several in one file, the first stands for the file
    const asked = view.fingerprint !== '' && view.fingerprint !== fingerprint && opened.sample === ''
    const waiting = store.getState().opened === null && asked
    const origin =
      opened.sample === ''
        ? { sample: '', file: opened.name, fingerprint }
        : { sample: opened.sample, file: '', fingerprint: '' }
    return {
      opened,
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

/** Starts a reader ahead of time, so that the next file need not wait for one. */
export function prepareReader(): void {
  spare ??= startWorker()
}

const startWorker = () =>
  new Worker(new URL('../../src/worker.ts', import.meta.url), { type: 'module', name: 'reader' })

let requests = 0

/**
 * The flame chart of the profile on screen, drawn up in its worker. Rejects if that profile is closed meanwhile; a
 * caller that asked twice must drop the older answer.
 */
export function flameFor(options: FlameOptions): Promise<FlameTable> {
  const worker = current
  const id = ++requests
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Error('No profile is open.'))
    const listen = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.id !== id) return
      worker.removeEventListener('message', listen)
      if (data.kind === 'flame') resolve(data.table)
      else if (data.kind === 'failed') reject(new Error(data.message))
    }
    worker.addEventListener('message', listen)
    worker.postMessage({ id, kind: 'flame', profile: store.getState().view.part - 1, options } satisfies WorkerRequest)
  })
}
