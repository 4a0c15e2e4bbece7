import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sortFiles } from '../../src/index.ts'
import { filesBelow } from '../files.ts'
import { type ServedPage, servePage } from './servePage.ts'

const odd = 'half #1 %41 "ü".out'
let folder: string
let page: ServedPage
let base: URL

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'arcflame-'))
  const built = join(folder, 'dist')
  mkdirSync(join(built, 'assets'), { recursive: true })
  writeFileSync(join(built, 'index.html'), '<!doctype html>the page')
  writeFileSync(join(built, 'assets/index-1.js'), 'start()')
  writeFileSync(join(built, 'sw.js'), 'keep()')
  writeFileSync(
    join(built, '_headers'),
    "/*\n  Content-Security-Policy: default-src 'none'\n  X-Other: yes\n/a.html\n  X-Only-There: yes\n",
  )
  writeFileSync(join(folder, odd), Buffer.from([0, 1, 255]))
  writeFileSync(join(folder, 'gmon.out'), 'gmon')
  page = await servePage(built, [join(folder, odd), join(folder, 'gmon.out')])
  base = new URL(page.address)
})
afterAll(() => {
  page.close()
  rmSync(folder, { recursive: true })
})

interface Reply {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: Buffer
}

/** Sends a path as it stands here: fetch would tidy it first. */
const get = (path: string, { method = 'GET', host = base.host } = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: base.hostname, port: base.port, path, method, headers: { host } }, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    sent.once('error', reject)
    sent.end()
  })

/** The files that the address names, as a page finds them. */
const sources = () => base.hash.replace('#profile=', '').split(';').map(decodeURIComponent)

test('the page and its files are there, with the headers of the build', async () => {
  const start = await get(base.pathname)
  expect(start.body.toString()).toBe('<!doctype html>the page')
  expect(start.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'x-other': 'yes',
    'cache-control': 'no-store',
  })
  expect(start.headers).not.toHaveProperty('x-only-there')
  const script = await get(`${base.pathname}assets/index-1.js`)
  expect(script.body.toString()).toBe('start()')
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
})

test('the address names the files, whatever they are called, and they come to the byte', async () => {
  const [first, second] = await Promise.all(
    sources().map(async source => {
      const { pathname } = new URL(source, base)
      expect(decodeURIComponent(pathname.split('/').at(-1) ?? '')).toBe(source === sources()[0] ? odd : 'gmon.out')
      return (await get(pathname)).body
    }),
  )
  expect([...first]).toEqual([0, 1, 255])
  expect(second.toString()).toBe('gmon')
})

test('without the secret there is nothing, and every start has another', async () => {
  const [, secret] = base.pathname.split('/')
  expect(secret).toMatch(/^[\w-]{32}$/)
  for (const path of ['/', '/index.html', `/${secret.slice(1)}/`, `/${secret}`, `/files/1/gmon.out`])
    expect((await get(path)).status).toBe(404)
  const other = await servePage(join(folder, 'dist'), [])
  expect(new URL(other.address).pathname).not.toBe(base.pathname)
  other.close()
})

test('no folder is listed and no other file can be reached', async () => {
  const up = ['../gmon.out', '..%2fgmon.out', '%2e%2e/gmon.out', 'assets/../../gmon.out', 'files/1/../2/gmon.out']
  for (const path of ['assets', 'assets/', 'files/', 'files/1/', 'files/1/gmon.out', 'sw.js', '_headers', '?', ...up])
    expect((await get(base.pathname + path)).status, path).toBe(404)
})

test('another name of this machine is refused, as is everything but reading', async () => {
  for (const host of ['evil.example', `evil.example:${base.port}`, `localhost:${base.port}`, '127.0.0.1'])
    expect((await get(base.pathname, { host })).status, host).toBe(421)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect((await get(base.pathname, { method })).status).toBe(405)
  const head = await get(base.pathname, { method: 'HEAD' })
  expect([head.status, head.body.length]).toEqual([200, 0])
})

test('it listens on this machine only', async () => {
  expect(base.hostname).toBe('127.0.0.1')
  const outside = Object.values(networkInterfaces()).flatMap(all => all?.filter(one => !one.internal) ?? [])
  for (const { address } of outside)
    await expect(
      new Promise((resolve, reject) =>
        request({ host: address, port: base.port, path: base.pathname }, resolve).once('error', reject).end(),
      ),
    ).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EINVAL/)
})

test('a folder is one zip of what was found in it, and nothing in it has an address', async () => {
  const run = join(folder, 'run')
  mkdirSync(join(run, '7'), { recursive: true })
  writeFileSync(join(run, '7/list.txt'), 'seven')
  const other = await servePage(join(folder, 'dist'), [{ folder: run, files: await filesBelow(run) }])
  writeFileSync(join(run, '7/later'), 'later')
  const { origin, pathname, hash } = new URL(other.address)
  expect(hash).toBe('#profile=files/1/run')
  const reply = await fetch(`${origin}${pathname}files/1/run`)
  expect(reply.headers.get('content-type')).toBe('application/zip')
  const { texts } = await sortFiles([{ name: 'run', blob: await reply.blob() }])
  expect(texts.map(({ name }) => name)).toEqual(['run/7/list.txt'])
  for (const path of ['run/', 'run/7/list.txt', 'run/7/later', '', '../run'])
    expect((await fetch(`${origin}${pathname}files/1/${path}`)).status, path).toBe(404)
  const head = await fetch(`${origin}${pathname}files/1/run`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  other.close()
})

test('a file that is gone since is not there, and the others still are', async () => {
  const path = join(folder, 'gone.out')
  writeFileSync(path, 'soon gone')
  const other = await servePage(join(folder, 'dist'), [path])
  rmSync(path)
  const { origin, pathname } = new URL(other.address)
  expect((await fetch(`${origin}${pathname}files/1/gone.out`)).status).toBe(404)
  expect((await fetch(origin + pathname)).status).toBe(200)
  other.close()
})
