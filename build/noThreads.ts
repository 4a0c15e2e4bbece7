import type { Plugin } from 'vite'

/** unzipit knows the threads of Node, and here it uses none: without this, every build would warn that browsers lack them. */
export const noThreads: Plugin = {
  name: 'no-threads',
  apply: 'build',
  enforce: 'pre',
  resolveId: id => (id === 'node:worker_threads' ? '\0no-threads' : null),
  load: id => (id === '\0no-threads' ? 'export const Worker = null' : null),
}
