// The page stays in this browser, and opens with no network (offline/serviceWorker.ts). A newer version waits until it
// is asked for.

import { oneFile } from './oneFile.ts'
import { registerServiceWorker } from './ownScripts.ts'
import { store } from './store.ts'

/** Keeps the page for later, and says when a newer version is there. */
export async function keepOffline(): Promise<void> {
  if (oneFile || !import.meta.env.PROD) return
  try {
    holdVersion()
    const registration = await registerServiceWorker()
    if (registration.waiting) tellOfNewer()
    registration.addEventListener('updatefound', () => {
      const { installing, active } = registration
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed' && active) tellOfNewer()
      })
    })
  } catch {
    return // a browser or a host that does not allow it: without it the page is as good as before
  }
}

/** As long as this tab is open, the files of its version are kept. */
function holdVersion(): void {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]')
  if (entry) void navigator.locks.request(entry.src, { mode: 'shared' }, () => new Promise(() => {}))
}

const tellOfNewer = () => store.setState({ newerVersion: true })

/** Goes on with the newer version, in the same view. */
export async function takeNewerVersion(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration?.waiting) return location.reload() // another tab has asked for it
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
  registration.waiting.postMessage('take over')
}
