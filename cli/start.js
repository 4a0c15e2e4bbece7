// Starts the command. Node 20 runs no TypeScript, and to translate a hundred files at every start takes longer than to
// read most profiles; so they are made into one where the command is first used, and again when they have changed.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = join(root, 'node_modules/.cache/arcflame')
const command = join(folder, `${stateOfSources()}.mjs`)
await import(existsSync(command) ? pathToFileURL(command).href : await bundle())

/** Changes with every source file. */
function stateOfSources() {
  const hash = createHash('sha256')
  for (const part of ['cli', 'src'])
    for (const name of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.[jt]s$/.test(name)) continue
      const { size, mtimeMs } = statSync(join(root, part, name))
      hash.update(`${part}/${name} ${size} ${mtimeMs}\n`)
    }
  return hash.digest('hex').slice(0, 16)
}

/** Makes one file of all. Returns where it can be imported from. */
async function bundle() {
  const { build } = await import('vite')
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'cli/main.ts', write: false, target: 'node20' },
    ssr: { noExternal: true }, // it may run where no package can be found
  })
  const { code } = output[0]
  try {
    mkdirSync(folder, { recursive: true })
    const dayAgo = Date.now() - 24 * 3600 * 1000
    for (const name of readdirSync(folder))
      if (statSync(join(folder, name)).mtimeMs < dayAgo) rmSync(join(folder, name), { force: true })
    const unfinished = `${command}.${process.pid}` // whoever starts at the same moment finds the whole file or none
    writeFileSync(unfinished, code)
    renameSync(unfinished, command)
    return pathToFileURL(command).href
  } catch {
    return `data:text/javascript,${encodeURIComponent(code)}` // a folder that may not be written to
  }
}
