// Keeps the whole page in this browser once it was visited, so that it opens with no network from then on. It runs beside
// all tabs, asks for nothing but the files of its own version, and only while it is installed.
//
// A tab goes on with the version that it was opened with: each version has a cache of its own, and a new one waits until
// no tab is open, or until a person asks for it. What a tab of an older version still fetches then is found in that
// version's cache, which goes when the last such tab is closed.

export {} // a module, so that `self` can be said to be what it is here

declare const self: ServiceWorkerGlobalScope
/** Set by the build: what belongs to this version, relative to the page; of these, the script that the page starts with. */
declare const __BUILT__: { version: string; files: string[]; entry: string }

const { version, files, entry } = __BUILT__
const { scope } = self.registration
/** Other copies of the page may lie in other folders of the same host. */
const OURS = `arcflame ${scope} `
const CACHE = OURS + version
const PAGE = './'

self.addEventListener('install', event => event.waitUntil(keepAll()))
self.addEventListener('activate', event => event.waitUntil(Promise.all([self.clients.claim(), tidy()])))
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})
self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return
  const [file] = request.url.slice(scope.length).split(/[?#]/)
  if (request.mode === 'navigate') {
    if (file !== '' && file !== 'index.html') return
    event.respondWith(kept(new URL(PAGE, scope).href))
    event.waitUntil(tidy())
  } else if (files.includes(file) || file.startsWith('assets/')) event.respondWith(kept(request))
})

/** Fetches every file of this version. It fails where they are not all of one version, as while a host is being updated. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE)
  // The names in assets/ change with what is in them, so there a copy that the browser has already is as good.
  const requests = files.map(file => new Request(file, { cache: file.startsWith('assets/') ? 'default' : 'no-cache' }))
  await cache.addAll(requests)
  const page = await cache.match(PAGE)
  if ((await page?.text())?.includes(entry)) return
  await caches.delete(CACHE)
  throw new Error('The page is of another version than this service worker.')
}

/** A file of this version, else of an older one that a tab still runs, else from the host. */
async function kept(request: Request | string): Promise<Response> {
  const cache = await caches.open(CACHE)
  const options = { ignoreVary: true } // hosts vary by Origin, and a page asks for its own files with and without it
  return (await cache.match(request, options)) ?? (await caches.match(request, options)) ?? fetch(request)
}

/** Lets go of older versions that no tab runs any more. Every tab holds a lock, named by the script that it started with. */
async function tidy(): Promise<void> {
  if (self.registration.installing || self.registration.waiting) return // what they keep is not old
  const { held = [] } = await navigator.locks.query()
  for (const name of await caches.keys()) {
    if (name === CACHE || !name.startsWith(OURS)) continue
    const cache = await caches.open(name)
    const running = await Promise.all(held.map(lock => cache.match(lock.name ?? '', { ignoreVary: true })))
    if (running.every(script => script === undefined)) await caches.delete(name)
  }
}
