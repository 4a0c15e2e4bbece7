// What the built page may do, as the browser enforces it: the promise on the first page, that nothing leaves the computer.
// The page carries its policy in itself, so that it holds wherever the page is put; a host that sends the headers as well
// adds what only they can say.

import type { Plugin } from 'vite'
import { profileOrigins } from './profileOrigins.ts'

/** Of the page. All that it loads is a file beside it. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'", // Graphviz is WebAssembly
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:", // pictures on their way to becoming a PNG
  "worker-src 'self'",
  ["connect-src 'self'", ...profileOrigins].join(' '), // samples, and profiles by address
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types arcflame', // app/state/ownScripts.ts
].join('; ')

/** What a host should send with every file. */
export const headers = {
  'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Puts the policy into the page, and the headers beside it in the form that several static hosts read. */
export const securityPolicy: Plugin = {
  name: 'security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy },
      injectTo: 'head-prepend',
    },
  ],
  generateBundle() {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
    this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('')}` })
  },
}
