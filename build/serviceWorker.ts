// The service worker is built last: it is told what all the others are.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { bundle } from './bundle.ts'

/** What is built but never asked for by the page. */
const UNUSED = ['_headers', 'licences.md', 'arcflame.png']

/** Adds the service worker to the build of the page. */
export const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_, built) {
      const contents = new Map<string, string | Uint8Array>(
        readdirSync('public', { recursive: true, withFileTypes: true, encoding: 'utf8' })
          .filter(file => file.isFile())
          .map(({ parentPath, name }) => [
            `${parentPath}/${name}`.slice('public/'.length),
            readFileSync(`${parentPath}/${name}`),
          ]),
      )
      for (const file of Object.values(built))
        contents.set(file.fileName, file.type === 'asset' ? file.source : file.code)
      for (const name of UNUSED) contents.delete(name)
      const names = [...contents.keys()].toSorted()
      const hash = createHash('sha256')
      for (const name of names) hash.update(`${name}\n`).update(contents.get(name) ?? '')
      const entry = Object.values(built).find(file => file.type === 'chunk' && file.isEntry)?.fileName
      const files = names.map(name => (name === 'index.html' ? './' : name))
      const { code } = await bundle('app/offline/serviceWorker.ts', 'iife', {
        define: { __BUILT__: JSON.stringify({ version: hash.digest('hex').slice(0, 16), files, entry }) },
      })
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: code })
    },
  },
}
