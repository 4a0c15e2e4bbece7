// The only place that starts scripts by their address. The page's security policy has the browser refuse every address that
// was not made trusted here, and nothing becomes trusted but the scripts that the page was built with.

import graph from '../../src/layout/graphWorker.ts?worker&url'
import reader from '../../src/worker.ts?worker&url'
import painter from '../views/flame/paintWorker.ts?worker&url'

const workers = { reader, 'graph layout': graph, 'flame painter': painter }
/** Made by the build, beside the page. */
const SERVICE_WORKER = 'sw.js'

const rules = {
  createScriptURL(address: string): string {
    if ([...Object.values(workers), SERVICE_WORKER].includes(address)) return address
    throw new TypeError(`${address} is not a script of this page.`)
  },
}

/** As much of the interface as is used here. What is trusted is told from text by the browser alone. */
interface TrustedTypes {
  createPolicy(name: string, rules: Rules): Rules
}
type Rules = typeof rules

// Browsers that know no trusted types take the text itself.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const own = trustedTypes?.createPolicy('arcflame', rules) ?? rules

/** Starts one of the page's workers. */
export const startWorker = (name: keyof typeof workers): Worker =>
  new Worker(own.createScriptURL(workers[name]), { name, type: import.meta.env.DEV ? 'module' : 'classic' })

/** Starts the page's service worker, or finds it started. */
export const registerServiceWorker = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(own.createScriptURL(SERVICE_WORKER))
