// A script with everything in it that it needs, for where files cannot be fetched one by one.

import { build, type InlineConfig, type Rolldown } from 'vite'
import { noThreads } from './noThreads.ts'

export const LICENCES = 'licences.md'

/** All that a module needs: one script, one sheet of styles, and the licences of the packages in them. */
export interface Built {
  code: string
  styles: string
  licences: string
}

export async function bundle(
  input: string,
  format: 'es' | 'iife',
  { define = {}, plugins = [] }: Pick<InlineConfig, 'define' | 'plugins'>,
): Promise<Built> {
  const transform = format === 'iife' ? { define: { 'import.meta': '{}' } } : {} // Graphviz can do without
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define,
    plugins: [noThreads, plugins],
    build: {
      write: false,
      target: 'es2023',
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      cssCodeSplit: false,
      modulePreload: false,
      license: { fileName: LICENCES },
      rolldownOptions: { input, transform, output: { format, codeSplitting: false } },
    },
  })
  const [{ code }, ...others] = (built as Rolldown.RolldownOutput).output
  const textOf = (isWanted: (name: string) => boolean) =>
    others
      .filter(file => isWanted(file.fileName))
      .map(file => (file.type === 'asset' ? String(file.source) : ''))
      .join('')
  return { code, styles: textOf(name => name.endsWith('.css')), licences: textOf(name => name === LICENCES) }
}
