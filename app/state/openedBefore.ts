// Files that were opened are found again: by Back, and after a reload in what this browser keeps.

import type { DroppedFile, Profile } from '../../src/index.ts'
import { keepRecent, recentFiles } from './recent.ts'

/** So many of the files opened last are found again by Back, even where this browser keeps none. Blobs are no bytes. */
const MOST_REMEMBERED = 20
const openedBefore = new Map<string, DroppedFile[]>()

/** Files that this page opened before, or that this browser keeps; null if neither has them. */
export const filesOpenedBefore = async (fingerprint: string): Promise<DroppedFile[] | null> =>
  openedBefore.get(fingerprint) ?? recentFiles(fingerprint)

/** Has files found again, by the fingerprint of the first of their profiles. */
export async function rememberOpened(name: string, files: DroppedFile[], profiles: Profile[]): Promise<void> {
  const [{ fingerprint, total, unit, samplePeriod, functions }] = profiles
  openedBefore.delete(fingerprint)
  openedBefore.set(fingerprint, files)
  const [oldest] = openedBefore.keys()
  if (openedBefore.size > MOST_REMEMBERED) openedBefore.delete(oldest)
  const samples = total / samplePeriod
  await keepRecent(
    { fingerprint, name, total, unit, samples, functions: functions.length, openedAt: Date.now() },
    files,
  )
}
