// The page object: how a person handles Arcflame, by roles and names, in one place.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'

/** A file to drop: its name and its bytes. */
export interface TestFile {
  name: string
  bytes: Buffer
}

export const fileFrom = (path: string): TestFile => ({ name: basename(path), bytes: readFileSync(path) })
export const textFile = (name: string, text: string): TestFile => ({ name, bytes: Buffer.from(text) })

export class Viewer {
  readonly page: Page
  readonly functions: Locator
  readonly graph: Locator
  /** The overview of the call graph. */
  readonly birdsEye: Locator
  readonly flame: Locator
  readonly entry: Locator
  readonly report: Locator
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.functions = page.getByRole('region', { name: 'Functions' })
    this.graph = page.getByRole('region', { name: 'Call graph' })
    this.birdsEye = this.graph.getByRole('application', { name: /^Bird’s-eye view/ })
    this.flame = page.getByRole('region', { name: 'Flame chart' })
    this.entry = page.getByRole('region', { name: 'Entry' })
    this.report = page.getByRole('region', { name: 'Report' })
    this.search = page.getByRole('searchbox', { name: 'Search functions' })
  }

  async visit(fragment = ''): Promise<void> {
    await this.page.goto(`./${fragment}`)
  }

  /** Drops files in the middle of the window, with the events a browser sends. */
  async drop(...files: TestFile[]): Promise<void> {
    const data = await this.page.evaluateHandle(
      list => {
        const transfer = new DataTransfer()
        for (const { name, base64 } of list) {
          const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
          transfer.items.add(new File([bytes], name))
        }
        return transfer
      },
      files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
    )
    const body = this.page.locator('body')
    for (const type of ['dragenter', 'dragover', 'drop']) await body.dispatchEvent(type, { dataTransfer: data })
  }

  /** Waits until a profile is on screen and both pictures are drawn. */
  async shown(title?: string): Promise<void> {
    await expect(this.functions.getByRole('grid')).toBeVisible()
    if (title) await expect(this.page.getByRole('banner')).toContainText(title)
  }

  /** The row of a function in the list. */
  row(name: string): Locator {
    return this.functions.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  /** Lines of the report that hold this text, as far as they are drawn. */
  line(text: string | RegExp): Locator {
    return this.report.getByRole('row').filter({ hasText: text })
  }

  /** Shows one view instead of another, on a narrow screen. */
  async tab(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click()
  }

  /** The node of a function in the call graph. */
  node(name: string): Locator {
    return this.graph.getByRole('button', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`) })
  }

  /** Where something is on screen once it has come to rest. */
  async placeOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    let place = await part.boundingBox()
    await expect(async () => {
      const before = place
      place = await part.boundingBox()
      expect(place).toEqual(before)
    }).toPass({ intervals: [100] })
    if (!place) throw new Error('Not on screen.')
    return place
  }
}
