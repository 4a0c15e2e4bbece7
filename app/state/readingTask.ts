// What the page is reading, as it is told while that goes on and where it fails.

import type { DroppedFile, Issue } from '../../src/index.ts'
import { messages } from '../messages/messages.ts'
import { formatCount } from '../ui/format.ts'
import { type Progress, stopReading } from './reader.ts'
import { store } from './store.ts'

/** Tells how far the reading of this is. */
export const reportReading =
  (name: string) =>
  ({ files = 0, ofFiles = 0, ...bytes }: Pick<Progress, 'read' | 'total'> & Partial<Progress>) =>
    store.setState({ task: { phase: 'reading', name, files, ofFiles, ...bytes } })

let fetching = new AbortController()
/** One thing is opened at a time: what is being fetched for another is given up. */
export function beginFetching(): AbortSignal {
  fetching.abort()
  fetching = new AbortController()
  return fetching.signal
}

/** Gives up what is being fetched. */
export const endFetching = (): void => fetching.abort()

/** Stops reading. What is on screen stays. */
export function cancelReading(): void {
  fetching.abort()
  stopReading()
  store.setState({ task: { phase: 'idle' } })
}

/** Reading failed, for these reasons. */
export function failWith(name: string, errors: Issue[], ofPair = false): void {
  store.setState({ task: { phase: 'failed', name, errors, ofPair } })
}

/** Names that are told one by one. */
const MOST_NAMES = 3

/** What files are called together: of more than a few, the folder that all are in, or how many there are. */
export function namesOf(files: DroppedFile[]): string {
  const names = files.map(file => file.name)
  if (names.length <= MOST_NAMES) return names.join(', ')
  const [folder, ...others] = new Set(names.map(name => name.slice(0, name.indexOf('/') + 1)))
  return others.length === 0 && folder !== ''
    ? folder.slice(0, -1)
    : messages().opening.andMore(names.slice(0, MOST_NAMES).join(', '), formatCount(names.length - MOST_NAMES))
}

/** When the last of files was written, in milliseconds since 1970; NaN where that is not known, as of what was fetched. */
export const lastWritten = (files: DroppedFile[]): number =>
  files.reduce((last, { blob }) => Math.max(last, blob instanceof File ? blob.lastModified : Number.NaN), 0)
