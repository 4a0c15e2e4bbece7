// Files by address: a listing, or a pair, that lies beside the page, as a build server leaves them. The address comes
// from a link, so it leads nowhere but to where the page itself comes from, and to what whoever built the page allowed.

import type { DroppedFile, Issue, Result } from '../../src/index.ts'
import { messages } from '../messages/messages.ts'
import { formatBytes } from '../ui/format.ts'

/** Other places that whoever built the page allows profiles to be fetched from. */
declare const __ARCFLAME_PROFILE_ORIGINS__: readonly string[]

/** Most bytes that are fetched for one link. */
const MOST_BYTES = 256 * 2 ** 20

/**
 * Fetches files together. Relative addresses begin at the page.
 *
 * @param onProgress Bytes; `total` is 0 as long as a server does not say.
 * @returns Rejects with an AbortError once `signal` says so, and never otherwise.
 */
export async function fetchFiles(
  addresses: readonly string[],
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Result<DroppedFile[]>> {
  const urls: URL[] = []
  const errors: Issue[] = []
  for (const address of addresses) {
    const url = parseAddress(address)
    if (url instanceof URL) urls.push(url)
    else errors.push(url)
  }
  if (errors.length > 0) return { ok: false, errors }
  const done = new Array<number>(urls.length).fill(0)
  const totals = done.slice()
  const report = () => onProgress(sum(done), totals.includes(0) ? 0 : sum(totals))
  const files: DroppedFile[] = []
  await Promise.all(
    urls.map(async (url, i) => {
      const take = (size: number, total: number) => {
        done[i] += size
        totals[i] = total
        report()
        return sum(done) <= MOST_BYTES
      }
      const found = await fetchFile(url, take, signal)
      if ('blob' in found) files[i] = found
      else errors.push(found)
    }),
  )
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: files, warnings: [] }
}

const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0)

const unreachable = (message: string): Issue => ({ code: 'unreachable', message, says: null })

function parseAddress(address: string): URL | Issue {
  const words = messages().opening
  if (!URL.canParse(address, location.href)) return unreachable(words.noAddress(address.slice(0, 200)))
  const url = new URL(address, location.href)
  if (url.origin === location.origin && location.protocol !== 'file:') return url
  if (__ARCFLAME_PROFILE_ORIGINS__.includes(url.origin)) return url
  if (!/^https?:$/.test(url.protocol)) return unreachable(words.notOnWeb(address.slice(0, 200)))
  return unreachable(location.protocol === 'file:' ? words.fromDisk(address) : words.elsewhere(url.origin, url.href))
}

/** @param take Told of each piece, and of the size of all as far as the server says; false stops. */
async function fetchFile(
  url: URL,
  take: (size: number, total: number) => boolean,
  signal: AbortSignal,
): Promise<DroppedFile | Issue> {
  const words = messages().opening
  try {
    const response = await fetch(url, { signal })
    if (!response.ok) return unreachable(words.answers(url.href, response.status))
    const total = Number(response.headers.get('content-length') ?? 0)
    const pieces: Uint8Array<ArrayBuffer>[] = []
    const reader = response.body?.getReader()
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      pieces.push(piece.value)
      if (take(piece.value.length, total)) continue
      await reader?.cancel()
      return { code: 'too-large', message: words.tooLarge(url.href, formatBytes(MOST_BYTES)), says: null }
    }
    return { name: nameOf(url), blob: new Blob(pieces) }
  } catch (error) {
    if (signal.aborted) throw error
    return unreachable(
      url.origin === location.origin ? words.outOfReach(url.href) : words.outOfReachThere(url.origin, url.href),
    )
  }
}

/** What a person would call it: the last part of the path. */
function nameOf({ pathname, host }: URL): string {
  const last = pathname.split('/').findLast(part => part !== '') ?? host
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
