import { spawn } from 'node:child_process'
import { platform } from 'node:os'

/** Opens an address in the person's browser. Answers false if there is no command for that, or it fails at once. */
export function startBrowser(address: string): Promise<boolean> {
  const [command, ...args] = commands[platform()] ?? ['xdg-open']
  return new Promise(resolve => {
    // A group of its own, so that Ctrl-C in the terminal ends the server and not the browser.
    const browser = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    browser.once('error', () => resolve(false))
    browser.once('exit', status => resolve(status === 0))
    browser.unref()
  })
}

const commands: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'], // `start` would take parts of an address for variables
}
