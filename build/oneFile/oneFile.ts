// The whole viewer as one HTML file that opens from a disk, a mail attachment or an archive, with no network: the second
// output of the build. Its code is one script, workers and WebAssembly included, deflated and written in letters, which
// makes it less than half as large; a small script unpacks it. Hashes in its security policy fix what may run.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { type Built, bundle, LICENCES } from '../bundle.ts'
import { oneFilePolicy } from '../securityPolicy.ts'
import { encodePairs } from './encodePairs.ts'

/** Adds the file to the build of the page, so that whoever hosts the page hosts it, too; and what both owe to their licences. */
export const oneFile = (define: Record<string, string>): Plugin => ({
  name: 'one-file',
  apply: 'build',
  async generateBundle() {
    const workers: Built[] = []
    // Samples lie beside the page, and so do the notes on them.
    const own = { ...define, __ARCFLAME_SAMPLES__: 'false' }
    const page = await bundle('app/main.tsx', 'es', { define: own, plugins: [react(), workersAsText(workers)] })
    const licences = joinedLicences([page, ...workers])
    this.emitFile({ type: 'asset', fileName: 'arcflame.html', source: pageOf(page, licences) })
    this.emitFile({ type: 'asset', fileName: LICENCES, source: licences })
  },
})

function pageOf({ code, styles }: Built, licences: string): string {
  const loader = readFileSync('build/oneFile/loader.js', 'utf8')
  const policy = oneFilePolicy({ scripts: [hashOf(loader), hashOf(code)], styles: [hashOf(styles)] })
  const icon = readFileSync('public/icon.svg').toString('base64')
  const packed = encodePairs(deflateRawSync(code, { level: 9 }))
  const charset = '<meta charset="utf-8" />'
  const replacements = {
    [charset]: `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '    <link rel="manifest" href="/manifest.webmanifest" />\n': '',
    '/icon.svg': `data:image/svg+xml;base64,${icon}`,
    '</head>': `  <style>${inlined(styles, 'style')}</style>\n  </head>`,
    '<script type="module" src="/app/main.tsx"></script>': `<script type="application/x-arcflame" id="embedded" data-view="" data-name=""></script>
    <script type="application/x-arcflame-code" id="code">${packed}</script>
    <script>${inlined(loader, 'script')}</script>
    <script type="text/markdown" id="licences">
${inlined(licences, 'script')}</script>`,
  }
  return Object.entries(replacements).reduce(replaced, readFileSync('index.html', 'utf8'))
}

/** One list of all packages that are in some of them. */
function joinedLicences(built: Built[]): string {
  const [head, ...sections] = built.flatMap(({ licences }) => licences.split(/^(?=## )/m).map(text => text.trim()))
  return [head, ...new Set(sections.filter(section => section !== head).toSorted()), ''].join('\n\n')
}

function replaced(page: string, [old, made]: [string, string]): string {
  const parts = page.split(old)
  if (parts.length !== 2) throw new Error(`index.html has ${parts.length - 1} times ${old}, and once was expected.`)
  return parts.join(made)
}

/** As it stands in an element; the hash of the policy is of the same text. */
function inlined(text: string, element: string): string {
  if (text.includes(`</${element}`) || text.includes('<!--')) throw new Error(`This cannot stand in <${element}>.`)
  return text
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Where the page asks for the address of a worker, it gets one made of the text that it brings along. */
const workersAsText = (built: Built[]): Plugin => ({
  name: 'workers-as-text',
  enforce: 'pre',
  async load(id) {
    const [entry, query] = id.split('?')
    if (query !== 'worker&url') return null
    const worker = await bundle(entry, 'iife', {})
    built.push(worker)
    return `export default URL.createObjectURL(new Blob([${JSON.stringify(worker.code)}], { type: 'text/javascript' }))`
  },
})
