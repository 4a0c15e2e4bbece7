// Finds a Chromium for the browser tests, or gets one. Never a silent skip: without a browser the tests fail and say
// what to install.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a browser that starts, or null. */
function installed(): string | null {
  return firstThatStarts([process.env.CHROME_PATH ?? '', chromium.executablePath(), ...commands.map(onPath), ...places])
}

/** Where a command is; empty if it is nowhere. */
function onPath(command: string): string {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.split(/\r?\n/)[0] : ''
}

const firstThatStarts = (paths: string[]): string | null =>
  paths.find(path => path !== '' && existsSync(path) && starts(path)) ?? null

/** A download may lack the system's libraries, and a command may only be a hint to install it. */
const starts = (path: string): boolean =>
  process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0

/** Runs a command with its output shown; true if it ended well. */
function run(command: string, args: string[]): boolean {
  console.error(`> ${command} ${args.join(' ')}`)
  try {
    execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    return true
  } catch {
    return false
  }
}

/** A browser of this machine, else Playwright's own download, else Debian's package; null if none can be had. */
export function findBrowser(): string | null {
  const found = installed()
  if (found) return found
  console.error('No Chrome or Chromium found on this machine (CHROME_PATH may name one).')
  run('npx', ['playwright', 'install', 'chromium'])
  const downloaded = installed()
  if (downloaded) return downloaded
  const debianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (debianRoot && run('apt-get', ['update', '-q']) && run('apt-get', ['install', '-qy', 'chromium']))
    return installed()
  return null
}

/** A Firefox of this machine, or null. Playwright's own is a Firefox that nobody uses, and cannot be had everywhere. */
export const findFirefox = (): string | null =>
  firstThatStarts([
    process.env.FIREFOX_PATH ?? '',
    ...['firefox-esr', 'firefox'].map(onPath),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ])
