import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { noThreads } from './build/noThreads.ts'
import { oneFile } from './build/oneFile/oneFile.ts'
import { profileOrigins } from './build/profileOrigins.ts'
import { headers, securityPolicy } from './build/securityPolicy.ts'
import { serviceWorker } from './build/serviceWorker.ts'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

const define = {
  __ARCFLAME_VERSION__: JSON.stringify(version),
  __ARCFLAME_PROFILE_ORIGINS__: JSON.stringify(profileOrigins),
  __ARCFLAME_SAMPLES__: 'true',
}

export default defineConfig(({ mode }) => ({
  base: './',
  define,
  plugins: [noThreads, react(), securityPolicy, oneFile(define), serviceWorker],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' }, // what the bundled packages ask to be shipped with them
  },
  worker: { format: 'iife', plugins: () => [noThreads] },
  preview: { headers },
  test: {
    include: ['{src,app,cli,bench,build}/**/*.test.ts'],
    testTimeout: 60_000,
    setupFiles: ['app/messages/whole.setup.ts', ...(mode === 'random' ? [] : ['src/seed.setup.ts'])],
  },
}))
