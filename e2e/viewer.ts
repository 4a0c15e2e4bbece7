// The page object: how a person handles Arcflame, by roles and names, in one place.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, type FileChooser, type Locator, type Page } from '@playwright/test'
import { asSet, isSet, sampleFile, shownTitle } from './asSet.ts'
import { watch } from './watched.ts'

/** A file to drop: its name and its bytes. */
export interface TestFile {
  name: string
  bytes: Buffer
  /** When it was last written, in milliseconds since 1970; now where nothing is said. */
  date?: number
}

export const fileFrom = (path: string): TestFile => ({ name: basename(path), bytes: readFileSync(path) })
/** A program of the fixtures and its gmon.out. */
export const pairFrom = (fixture: string) => ({
  program: fileFrom(`src/fixtures/${fixture}/program`),
  gmon: fileFrom(`src/fixtures/${fixture}/gmon.out`),
})
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
  readonly processes: Locator
  /** What tells where figures come from. */
  readonly source: Locator
  /** The map of calls and time per call. */
  readonly costMap: Locator
  readonly search: Locator
  /** How much the search found. */
  readonly searchFound: Locator
  readonly chips: Locator
  /** What speaks against the profile, card by card, the worst first. */
  readonly doctor: Locator
  readonly doctorButton: Locator
  readonly cards: Locator
  /** What supposed changes would save. */
  readonly whatIf: Locator
  /** What cannot be overlooked: failures, and doubts about the profile on screen. */
  readonly alert: Locator

  constructor(page: Page) {
    this.page = page
    watch(page)
    this.functions = page.getByRole('region', { name: 'Functions' })
    this.graph = page.getByRole('region', { name: 'Call graph' })
    this.birdsEye = this.graph.getByRole('application', { name: /^Bird’s-eye view/ })
    this.flame = page.getByRole('region', { name: 'Flame chart' })
    this.entry = page.getByRole('region', { name: 'Entry' })
    this.source = page.getByRole('dialog', { name: 'Where these numbers come from' })
    this.report = page.getByRole('region', { name: 'Report' })
    this.processes = page.getByRole('region', { name: 'Processes' })
    this.costMap = page.getByRole('region', { name: 'Calls × cost' })
    this.whatIf = page.getByRole('region', { name: 'What if' })
    this.chips = page.getByRole('region', { name: 'Applied to all views' })
    this.doctor = page.getByRole('complementary', { name: 'Doctor' })
    this.doctorButton = page.getByRole('banner').getByRole('button', { name: /^Doctor: / })
    this.cards = this.doctor.getByRole('list').first().locator('> li')
    this.alert = page.getByRole('alert')
    this.search = page.getByRole('searchbox', { name: 'Search functions' })
    this.searchFound = page.getByRole('status').filter({ hasText: 'function' })
  }

  /** Goes to the page. See asSet.ts for what becomes of a sample. */
  async visit(fragment = ''): Promise<void> {
    if (!isSet) return void (await this.page.goto(`./${fragment}`))
    const [, sample] = /[#&]sample=([^&]+)/.exec(fragment) ?? []
    const view = fragment.replace(/^#/, '').replace(/(?:^|&)sample=[^&]+/, '')
    // The sum stands behind the listings that it is of.
    await this.page.goto(`./#part=99${view === '' ? '' : `&${view.replace(/^&/, '')}`}`)
    if (sample !== undefined) await this.drop(sampleFile(sample))
  }

  /** Drops files in the middle of the window, with the events a browser sends. See asSet.ts for what else is dropped. */
  async drop(...given: TestFile[]): Promise<void> {
    await this.dropAt(isSet ? await asSet(given) : given, 0)
  }

  /** Drops files on the right half of the window: they are compared with what is open. */
  async dropBeside(...files: TestFile[]): Promise<void> {
    await this.dropAt(files, 0.75)
  }

  private async dropAt(files: TestFile[], place: number): Promise<void> {
    // Whoever drops something has seen the page: until its words are there, in Chinese, nothing is.
    await expect(this.page.getByRole('banner')).toBeVisible()
    const clientX = place * (this.page.viewportSize()?.width ?? 0)
    const data = await this.page.evaluateHandle(
      list => {
        const transfer = new DataTransfer()
        for (const { name, base64, date } of list) {
          const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
          transfer.items.add(new File([bytes], name, date === undefined ? {} : { lastModified: date }))
        }
        return transfer
      },
      files.map(({ name, bytes, date }) => ({ name, base64: bytes.toString('base64'), date })),
    )
    const body = this.page.locator('body')
    for (const type of ['dragenter', 'dragover', 'drop'])
      await body.dispatchEvent(type, { dataTransfer: data, clientX })
  }

  /** Chooses a file in the dialog of the first page: one of the disk, by its path, or one of the test's making. */
  async choose(file: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Choose files' }).click()
    await (await choosing).setFiles(file)
  }

  /** Waits until a profile is on screen and both pictures are drawn. */
  async shown(title?: string): Promise<void> {
    await expect(this.functions.getByRole('grid')).toBeVisible()
    if (title) await expect(this.page.getByRole('banner')).toContainText(shownTitle(title))
  }

  /** How a function, or the whole program, moved over runs. */
  trend(name: string): Locator {
    return this.processes.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, exact: true }) })
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

  /** Takes something from the menu of a function in the call graph. */
  async fromMenu(name: string, item: RegExp): Promise<void> {
    await this.node(name).click({ button: 'right' })
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** The node of a function in the call graph. */
  node(name: string): Locator {
    return this.graph.getByRole('treeitem', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`) })
  }

  /** The button that saves or copies the picture of the call graph, or of another panel, and the menu it opens. */
  get takeAway(): Locator {
    return this.takeAwayOf(this.graph)
  }
  takeAwayOf(panel: Locator): Locator {
    return panel.getByRole('button', { name: 'Save or copy the picture' })
  }
  get menu(): Locator {
    return this.page.getByRole('menu')
  }

  /** Saves the picture of the call graph, or of another panel, and tells where the file is and what it is to be called. */
  async save(item: string, panel = this.graph): Promise<{ path: string; name: string }> {
    await this.takeAwayOf(panel).click()
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.menu.getByRole('menuitem', { name: item }).click(),
    ])
    return { path: await download.path(), name: download.suggestedFilename() }
  }

  /** What screen readers say of the nodes of the call graph: name, self, total, calls. */
  nodes(): Promise<string[]> {
    return this.graph
      .locator('[data-fn]')
      .evaluateAll(nodes => nodes.map(node => node.getAttribute('aria-label') ?? ''))
  }

  /** Where the nodes of the call graph are on screen and in the picture, by what screen readers say of them. */
  async places(): Promise<Map<string, { x: number; y: number; width: number; transform: string }>> {
    await expect(this.graph.locator('.graph-body.old')).toHaveCount(0)
    const places = await this.graph.locator('[data-fn]').evaluateAll(nodes =>
      nodes.map(node => {
        const { x, y, width } = (node.querySelector('.body') ?? node).getBoundingClientRect()
        const place = { x, y, width, transform: (node as SVGElement).style.transform }
        return [node.getAttribute('aria-label') ?? '', place] as const
      }),
    )
    return new Map(places)
  }

  /** What screen readers say of the nodes of the call graph that something else stands over, or that are out of view. */
  coveredNodes(): Promise<string[]> {
    return this.graph.locator('[data-fn] .body').evaluateAll(bodies =>
      bodies.flatMap(body => {
        const { left, top, right, bottom } = body.getBoundingClientRect()
        const node = body.closest('[data-fn]')
        const corners = [left + 1, right - 1].flatMap(x => [top + 1, bottom - 1].map(y => [x, y]))
        const isSeen = corners.every(([x, y]) => document.elementFromPoint(x, y)?.closest('.graph-window'))
        const over = [...document.querySelectorAll('.graph-legend, .graph-zoom, .birds-eye:not([hidden])')]
        const isUnder = over.some(other => {
          const box = other.getBoundingClientRect()
          return left < box.right && box.left < right && top < box.bottom && box.top < bottom
        })
        return isSeen && !isUnder ? [] : [node?.getAttribute('aria-label') ?? '']
      }),
    )
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
