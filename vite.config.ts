import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * Origins beside its own that the page may fetch profiles from when a link asks for them: `https://ci.example`, several with
 * blanks between them.
 */
const profileOrigins = (process.env.ARCFLAME_PROFILE_ORIGINS ?? '')
  .split(/\s+/)
  .filter(text => text !== '')
  .map(text => new URL(text).origin)

/** What the built page may load: itself, and nothing else. The promise on the first page, kept by the browser. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'", // Graphviz is WebAssembly
  "style-src 'self' 'unsafe-inline'", // React sets style attributes
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  ["connect-src 'self'", ...profileOrigins].join(' '), // samples, and profiles by address
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const securityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
}

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

export default defineConfig({
  base: './',
  define: {
    __ARCFLAME_VERSION__: JSON.stringify(version),
    __ARCFLAME_PROFILE_ORIGINS__: JSON.stringify(profileOrigins),
  },
  plugins: [react(), securityPolicy],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' }, // what the bundled packages ask to be shipped with them
  },
  worker: { format: 'es' },
  test: { include: ['{src,app,cli,bench}/**/*.test.ts'], testTimeout: 60_000 },
})
