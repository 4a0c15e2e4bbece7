import { fillHtml, type HtmlContents } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { oneFile } from '../../state/oneFile.ts'

/**
 * The viewer with a profile in it, as one HTML file that opens without a network.
 *
 * @param name What the profile is called.
 * @param fragment The view to begin with, as it stands behind the `#`; it names the profile.
 * @throws Error with a sentence, where the page's own files are out of reach, or others.
 */
export async function writeHtmlFile(packed: Uint8Array, name: string, fragment: string): Promise<Blob> {
  const template = oneFile?.text ?? (await fetchTemplate())
  return new Blob([fillTemplate(template, { packed, name, fragment })], { type: 'text/html' })
}

function fillTemplate(template: string, contents: HtmlContents): string {
  try {
    return fillHtml(template, contents)
  } catch {
    throw new Error(messages().share.noViewer)
  }
}

async function fetchTemplate(): Promise<string> {
  const words = messages().share
  const response = await fetch('arcflame.html').catch(() => {
    throw new Error(words.unreachable)
  })
  if (!response.ok) throw new Error(words.unreachableBy(response.status))
  return response.text()
}
