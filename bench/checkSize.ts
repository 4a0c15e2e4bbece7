// How much JavaScript the browser must load before the first page can be used: what index.html names, and what that
// imports statically; and how large the one HTML file is. Part of `npm test`.

import { readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Bytes after gzip. */
const LIMIT = 120 * 1024
/** Bytes, before a profile is put into it. */
const ONE_FILE_LIMIT = 1_600_000

const html = readFileSync('dist/index.html', 'utf8')
const waiting = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(match => match[1])
const sizes = new Map<string, number>()
for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
  if (sizes.has(file)) continue
  const code = readFileSync(`dist/${file}`)
  sizes.set(file, gzipSync(code).length)
  for (const [, imported] of code.toString().matchAll(/(?:^|[;}])import(?:[^;"'()]*from)?["']\.\/([^"']+)["']/g))
    waiting.push(`assets/${imported}`)
}
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
for (const [file, size] of sizes) console.log(`${(size / 1024).toFixed(1).padStart(8)} KB gzip  ${file}`)
console.log(
  `${(total / 1024).toFixed(1).padStart(8)} KB gzip  before the first page can be used (limit ${LIMIT / 1024} KB)`,
)
if (sizes.size === 0 || total > LIMIT) {
  console.error(sizes.size === 0 ? 'No script found in dist/index.html: run the build first.' : 'Over the limit.')
  process.exit(1)
}

const oneFile = statSync('dist/arcflame.html').size
console.log(`${(oneFile / 1e6).toFixed(2).padStart(8)} MB       arcflame.html (limit ${ONE_FILE_LIMIT / 1e6} MB)`)
if (oneFile > ONE_FILE_LIMIT) {
  console.error('The one HTML file is over its limit.')
  process.exit(1)
}
