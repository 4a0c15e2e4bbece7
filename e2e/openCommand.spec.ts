import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect } from '@playwright/test'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

const pair = ['src/fixtures/cycles-O2/program', 'src/fixtures/cycles-O2/gmon.out']

/** Starts the command and waits for the address that it prints. */
async function start(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ command: ChildProcess; address: string }> {
  const command = spawn(process.execPath, ['cli/start.js', 'open', ...args], { env: { ...process.env, ...env } })
  const [printed] = await once(command.stdout, 'data')
  return { command, address: String(printed).trim() }
}

for (const signal of ['SIGINT', 'SIGHUP'] as const)
  test(`arcflame open serves the page and the files, and ends with ${signal}`, async ({ page }) => {
    const { command, address } = await start(['--no-browser', ...pair])
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/#profile=files\/1\/program;files\/2\/gmon\.out$/)
    const viewer = new Viewer(page)
    await page.goto(address)
    await viewer.shown('program gmon.out')
    await expect(viewer.row('burn')).toContainText('100.0')
    for (const [i, path] of ['files/1/program', 'files/2/gmon.out'].entries()) {
      const bytes = await page.evaluate(
        async path => [...new Uint8Array(await (await fetch(path)).arrayBuffer())],
        path,
      )
      expect(Buffer.from(bytes).equals(readFileSync(pair[i]))).toBe(true)
    }
    const ended = once(command, 'exit')
    command.kill(signal)
    await ended
    await expect(fetch(address)).rejects.toThrow()
  })

test('it starts the browser of the person on that address', async ({ page: _ }, info) => {
  test.skip(process.platform !== 'linux', 'there the command is another')
  const opened = info.outputPath('opened')
  writeFileSync(info.outputPath('xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`)
  chmodSync(info.outputPath('xdg-open'), 0o755)
  const { command, address } = await start(pair, { PATH: `${info.outputPath('.')}:${process.env.PATH}` })
  await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(address)
  command.kill()
})

test('arcflame open --html writes one file that opens from the disk', async ({ page, context }, info) => {
  const path = info.outputPath('run.html')
  const { status, stdout } = spawnSync(process.execPath, ['cli/start.js', 'open', '--html', path, ...pair], {
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(stdout).toMatch(/: program gmon\.out, 1\.\d\d MB\n$/)
  await context.setOffline(true)
  const viewer = new Viewer(page)
  await page.goto(pathToFileURL(path).href)
  await viewer.shown('program gmon.out')
  await expect(viewer.row('burn')).toContainText('100.0')
  await page.goBack()
  await expect(page).toHaveURL('about:blank') // opening it added nothing to the history
})

test('a folder opens with all its processes: served, and as one HTML file', async ({ browser }, info) => {
  const folder = info.outputPath('gprof')
  for (const pid of ['101', '102', '103']) cpSync(pair[1], `${folder}/${pid}/gmon.out`)
  writeFileSync(`${folder}/notes.bin`, Buffer.alloc(9))
  const args = [pair[0], folder]
  const { command, address } = await start(['--no-browser', ...args])
  expect(address).toMatch(/#profile=files\/1\/program;files\/2\/gprof$/)
  const path = info.outputPath('run.html')
  expect(spawnSync(process.execPath, ['cli/start.js', 'open', '--html', path, ...args]).status).toBe(0)
  const names: string[][] = []
  for (const where of [address, pathToFileURL(path).href]) {
    const viewer = new Viewer(await (await browser.newContext()).newPage())
    await viewer.page.goto(where)
    await viewer.shown('program, 3 processes')
    await viewer.page.getByRole('button', { name: '3 processes' }).click()
    const options = viewer.processes.getByRole('option')
    await expect(options).toHaveCount(3)
    names.push(await options.evaluateAll(all => all.map(one => (one as HTMLElement).title)))
    await options.filter({ hasText: '102' }).click()
    await expect(viewer.page.getByRole('banner')).toContainText('30.0 ms')
    await viewer.page.context().close()
  }
  const dropped = ['101', '102', '103'].map(pid => `gprof/${pid}/gmon.out`)
  expect(names.map(each => each.map(title => title.split('\n')[0]).sort())).toEqual([dropped, dropped])
  command.kill()
})

test('every command tells how it is used, and an unknown one which there are', () => {
  const tell = (...args: string[]) => spawnSync(process.execPath, ['cli/start.js', ...args], { encoding: 'utf8' })
  for (const command of ['open', 'convert', 'report', 'compare', 'trend']) {
    const { status, stdout } = tell(command, '--help')
    expect(`${status} ${stdout}`).toMatch(/^0 Usage: /)
  }
  const { status, stderr } = tell('opne')
  expect(`${status} ${stderr}`).toMatch(/^1 arcflame: there is no command “opne”\.\n\nUsage: (.*\n){7}$/)
})

test('what cannot be opened is told in a sentence', () => {
  const tell = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, ['cli/start.js', 'open', ...args], { encoding: 'utf8' })
    return `${status} ${stderr}`
  }
  expect(tell()).toMatch(/^1 arcflame: open needs a FILE/)
  expect(tell('no-such-file')).toMatch(/^1 arcflame: There is no file “no-such-file”/)
  expect(tell('/dev/null')).toMatch(/^1 arcflame: “\/dev\/null” is no file or folder that could be opened/)
  expect(tell('--html', '/dev/null', pair[0])).toMatch(/^1 arcflame: .*is a program.*drop that too/)
})
