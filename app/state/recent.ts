// Files opened lately, kept in this browser (IndexedDB) so that Reload and Back find them again. Nothing is sent
// anywhere; each can be forgotten by itself, or all at once, and a person may choose that nothing is kept. Where the browser refuses to store anything (a private window), the page works
// the same and merely forgets.

import { keepSetting, readSetting } from './setting.ts'

/** What the list on the first page says about a file. */
export interface Recent {
  fingerprint: string
  name: string
  /** Total time in `unit`, NaN where unknown. */
  total: number
  unit: string
  /** Samples taken; NaN where unknown. */
  samples: number
  functions: number
  /** Milliseconds since 1970. */
  openedAt: number
}

interface Stored extends Recent {
  files: { name: string; blob: Blob }[]
}

const MOST_FILES = 12
const MOST_BYTES = 256 * 2 ** 20

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function withStore<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const opening = indexedDB.open('arcflame', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('files', { keyPath: 'fingerprint' })
  const database = await settled(opening)
  try {
    return await use(database.transaction('files', mode).objectStore('files'))
  } finally {
    database.close()
  }
}

/** Runs `use`; a browser that cannot store counts as one that has nothing stored. */
async function orElse<T>(instead: T, use: () => Promise<T>): Promise<T> {
  try {
    return await use()
  } catch {
    return instead
  }
}

const stored = (store: IDBObjectStore) => settled(store.getAll() as IDBRequest<Stored[]>)
const bytesOf = ({ files }: Stored) => files.reduce((sum, { blob }) => sum + blob.size, 0)

const SETTING = 'keep'

/** Whether profiles that are opened are kept. They are until a person says no. */
export const keepsProfiles = (): boolean => readSetting(SETTING) !== 'no'
/** Keeps profiles that are opened from now on, or does not. What is kept already stays. */
export const keepProfiles = (wanted: boolean): void => keepSetting(SETTING, wanted ? 'yes' : 'no')

/** Files opened lately, the last one first. */
export const listRecent = (): Promise<Recent[]> =>
  orElse([], async () => {
    const all = await withStore('readonly', stored)
    return all.sort((a, b) => b.openedAt - a.openedAt).map(({ files: _, ...facts }) => facts)
  })

/** The files of one profile, null if they are not kept here. */
export const recentFiles = (fingerprint: string): Promise<{ name: string; blob: Blob }[] | null> =>
  orElse(null, async () => {
    const found = await withStore('readonly', store =>
      settled(store.get(fingerprint) as IDBRequest<Stored | undefined>),
    )
    return found ? found.files : null
  })

/** Keeps the files of a profile; the oldest ones go when there are too many, or too much. */
export const keepRecent = (facts: Recent, files: { name: string; blob: Blob }[]): Promise<void> =>
  orElse(undefined, async () => {
    const entry: Stored = { ...facts, files }
    if (!keepsProfiles() || bytesOf(entry) > MOST_BYTES) return
    await withStore('readwrite', async store => {
      const others = (await stored(store)).filter(other => other.fingerprint !== facts.fingerprint)
      others.sort((a, b) => b.openedAt - a.openedAt)
      let bytes = bytesOf(entry)
      for (const [place, other] of others.entries()) {
        bytes += bytesOf(other)
        if (place + 1 >= MOST_FILES || bytes > MOST_BYTES) store.delete(other.fingerprint)
      }
      await settled(store.put(entry))
    })
  })

/** Forgets one profile. */
export const forgetOne = (fingerprint: string): Promise<void> =>
  orElse(undefined, () => withStore('readwrite', async store => void (await settled(store.delete(fingerprint)))))

/** Forgets everything kept here. */
export const forgetRecent = (): Promise<void> =>
  orElse(undefined, () => withStore('readwrite', async store => void (await settled(store.clear()))))
