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

/** Of the one HTML file, which has everything in itself; scripts and styles are told by their hashes. */
export const oneFilePolicy = ({ scripts, styles }: { scripts: string[]; styles: string[] }): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${styles.join(' ')}`,
    'font-src data:',
    'img-src data: blob:',
    'worker-src blob:',
    'connect-src data:', // its own fonts, on their way into a picture
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types arcflame arcflame-code', // app/state/ownScripts.ts, build/oneFile/loader.js
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
    // The one HTML file has a policy of its own, and nothing of it would run under that of the page as well.
    const source = `/*\n${lines.join('')}/arcflame.html\n  Content-Disposition: attachment\n`
    this.emitFile({ type: 'asset', fileName: '_headers', source })
  },
}
