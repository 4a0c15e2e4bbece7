// The page and a person's files on a port of this machine, for the browser of the same person. Other programs reach that
// port, too, and any web page may try it: so all paths begin with a secret, only what was listed at the start is there, and
// requests by another name of this machine are refused, which is how pages of other origins would get at the answers (DNS
// rebinding).

import { randomBytes } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { basename, extname, join, relative, resolve, sep } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import type { FileBelow } from '../files.ts'
import { zipFiles } from './zipFiles.ts'

const HERE = '127.0.0.1'

/** What the page is to open: a file by its path, or all that was found in a folder, which it gets as a zip. */
export type Shown = string | { folder: string; files: readonly FileBelow[] }

export interface ServedPage {
  /** Opens the page on the files. */
  address: string
  close(): void
}

/**
 * Serves the page, and files and folders for it to open.
 *
 * @param folder Where the page is built.
 * @throws Error if the page is not built.
 */
export async function servePage(folder: string, shown: readonly Shown[]): Promise<ServedPage> {
  const secret = randomBytes(24).toString('base64url')
  const paths = shown.map((one, i) => `files/${i + 1}/${encodeURIComponent(nameOf(one))}`)
  const served = new Map<string, Shown>([
    ...builtFiles(folder),
    ...paths.map((path, i): [string, Shown] => [path, shown[i]]),
  ])
  const headers = headersOf(folder)
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    const asked = fileAsked(request, { host: `${HERE}:${portOf(server)}`, secret, served })
    if (typeof asked === 'number') refuse(response, asked)
    else send(response, asked, request.method === 'HEAD')
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, HERE, resolve))
  const sources = paths.map(path => encodeURIComponent(path).replaceAll('%2F', '/')).join(';')
  return {
    address: `http://${HERE}:${portOf(server)}/${secret}/#profile=${sources}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const nameOf = (shown: Shown) => basename(typeof shown === 'string' ? shown : resolve(shown.folder))

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** Paths relative to the page. Without the service worker, which would keep a page whose address never comes back. */
function builtFiles(folder: string): [path: string, file: string][] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file).isFile())
  const byPath = files.map(file => [relative(folder, file).split(sep).join('/'), file] as [string, string])
  const wanted = byPath.filter(([path]) => path !== 'sw.js' && path !== '_headers')
  return [['', join(folder, 'index.html')], ...wanted]
}

/** What the build says that a host should send with every file. */
function headersOf(folder: string): [name: string, value: string][] {
  const [, lines] = /^\/\*\n((?: {2}.*\n)*)/.exec(readFileSync(join(folder, '_headers'), 'utf8')) ?? []
  const built = [...(lines ?? '').matchAll(/^ {2}(\S+): (.*)$/gm)]
  return [['Cache-Control', 'no-store'], ...built.map(([, name, value]) => [name, value] as [string, string])]
}

/** The file that a request may have; else the status that says why not. */
function fileAsked(
  { method, url = '', headers }: IncomingMessage,
  { host, secret, served }: { host: string; secret: string; served: ReadonlyMap<string, Shown> },
): Shown | number {
  if (headers.host !== host) return 421
  if (method !== 'GET' && method !== 'HEAD') return 405
  const base = `/${secret}/`
  return (url.startsWith(base) && served.get(url.slice(base.length))) || 404
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${reasons[status]}\n`)
}

function send(response: ServerResponse, shown: Shown, onlyHead: boolean): void {
  if (typeof shown === 'string') sendFile(response, shown, onlyHead)
  else {
    response.writeHead(200, { 'Content-Type': 'application/zip' })
    if (onlyHead) response.end()
    else pipeline(Readable.from(zipFiles(shown.files)), response, () => {}) // who breaks off has enough
  }
}

function sendFile(response: ServerResponse, path: string, onlyHead: boolean): void {
  const file = createReadStream(path)
  file.once('error', () => {
    if (response.headersSent) response.destroy()
    else refuse(response, 404)
  })
  file.once('open', () => {
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' })
    if (onlyHead) response.end(() => file.destroy())
    else pipeline(file, response, () => {})
  })
}

const reasons: Record<number, string> = {
  404: 'There is nothing here.',
  405: 'Only reading is possible here.',
  421: 'This is not the address that was given out.',
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
