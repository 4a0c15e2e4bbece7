import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { fileFrom, pairFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const han = /\p{Script=Han}/u

/** Of what is seen or read out, what has three English words in a row; lines of the file and of the report are gprof's. */
const englishIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const english = /[A-Za-z’']{2,}(?:,? [A-Za-z’']{2,}){2,}/
    const names = /go tool pprof|WAL sender process|(client backend )?pgcorp postgres.*/g
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt']
    const found: string[] = []
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('script, noscript, style, code, .report-lines, .completeness-quoted')) continue
      const texts = [...element.childNodes].flatMap(node => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : []))
      for (const text of [...texts, ...spoken.map(name => element.getAttribute(name))])
        if (text !== null && english.test(text.replace(names, ''))) found.push(text)
    }
    return found
  })

const axe = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

test('the page has the language of the element that names it, its title and its description', async ({ page }) => {
  await new Viewer(page).visit()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /^Opens gprof profiles/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('See where the time went')
  await expect(page).toHaveTitle('Arcflame')
})

/** Chinese takes a moment to load, and nothing can be dropped before that. */
async function firstPage(page: Page): Promise<Viewer> {
  const viewer = new Viewer(page)
  await viewer.visit()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('看清时间花在哪里')
  return viewer
}

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('the first page is Chinese, from its first drawing on', async ({ page }) => {
    await page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => {
        const text = document.getElementById('app')?.innerText ?? ''
        if (text !== '') seen.push(text)
      }).observe(document, { childList: true, subtree: true })
    })
    const viewer = new Viewer(page)
    await viewer.visit()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await expect(page.locator('meta[name=description]')).toHaveAttribute('content', han)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('看清时间花在哪里')
    await expect(page.getByRole('link', { name: /^PostgreSQL WAL 发送进程/ })).toBeVisible()
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter(text => text.includes('See where'))).toEqual([])
    await axe(page)
  })

  test('so is the workspace, what it says to screen readers, and what its dialogs say', async ({ page }) => {
    await new Viewer(page).visit('#sample=walsender&fn=ProcessRepliesIfAny&q=SyncRep')
    await expect(page.getByRole('searchbox', { name: '搜索函数' })).toHaveValue('SyncRep')
    await expect(page.getByRole('button', { name: /^文件中找到的内容：完整 · / })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: '个函数' })).toContainText(/^\d+ 个函数/)
    await axe(page)
    await page.getByRole('button', { name: '分享' }).click()
    await expect(page.getByRole('dialog', { name: '分享此视图' })).toContainText('此视图的链接')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: '数字的含义' })).toContainText('互相调用、周而复始的函数')
    await axe(page)
  })

  test('no panel says a sentence in English, seen or only read out', async ({ page }) => {
    const viewer = new Viewer(page)
    const region = (name: string | RegExp) => page.getByRole('region', { name })
    const chosen = '#sample=walsender&fn=SyncRepReleaseWaiters'
    const compared = '#sample=postgres-set&processes=8772&against=1:8767&fn=base_yyparse'
    const graph = page.getByRole('tree', { name: /个函数的调用图$/ })
    const flame = page.getByRole('tree', { name: '调用路径' })
    const places: [fragment: string, shown: Locator][] = [
      [chosen, graph],
      [chosen, flame],
      [`${chosen}&flame=around`, page.getByRole('tree', { name: '调用者' })],
      ['#sample=walsender', region('条目').getByText('自身时间最多')],
      [
        '#sample=cyc&fn=unary&doctor=open',
        page.getByRole('complementary', { name: '诊断' }).getByRole('listitem').first(),
      ],
      [`${chosen}&panel=functions`, region('函数').getByRole('columnheader', { name: /^自身 \/ 次（/ })],
      [`${chosen}&panel=graph`, graph],
      [`${chosen}&panel=flame`, flame],
      [`${chosen}&panel=entry`, region('条目').getByText('个被调用者')],
      [`${chosen}&panel=report`, page.getByRole('grid', { name: '报告的各行' })],
      [`${chosen}&panel=costmap`, region('调用 × 开销')],
      ['#sample=postgres-set&panel=processes', region('进程').getByText('所有视图显示全部进程之和')],
      [
        '#sample=postgres-set&panel=processes&runs=trend',
        region('进程').getByText(/^24 次运行中有 \d+ 个函数发生变化/),
      ],
      ['#sample=cyc&fn=ack&do=whatif:0.5:ack', page.getByText(/^假如/).first()],
      [compared, page.getByText('8767').first()],
      [`${compared}&panel=functions`, region('函数').getByRole('columnheader', { name: '比值' })],
      [`${compared}&panel=flame`, flame],
      [`${compared}&panel=entry`, region('条目').getByText('自身时间为何变化')],
    ]
    for (const [fragment, shown] of places) {
      await viewer.visit(fragment)
      await expect(shown).toBeVisible()
      expect(await englishIn(page), fragment).toEqual([])
    }
  })

  test('axe finds nothing in the dark, either', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    const viewer = new Viewer(page)
    await viewer.visit()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await axe(page)
    const places: [fragment: string, shown: Locator][] = [
      [
        '#sample=cyc&fn=unary&doctor=open',
        page.getByRole('complementary', { name: '诊断' }).getByRole('listitem').first(),
      ],
      ['#sample=postgres-set&panel=processes', page.getByText('所有视图显示全部进程之和')],
      [
        '#sample=postgres-set&processes=8772&against=1:8767&fn=base_yyparse',
        page.getByRole('region', { name: '条目' }).getByText('自身时间为何变化'),
      ],
    ]
    for (const [fragment, shown] of places) {
      await viewer.visit(fragment)
      await expect(shown).toBeVisible()
      await axe(page)
    }
  })

  test('no dialog, no menu and no card says one either', async ({ page }) => {
    const viewer = new Viewer(page)
    await viewer.visit('#sample=walsender&fn=SyncRepReleaseWaiters')
    const graph = page.getByRole('region', { name: '调用图' })
    const node = graph.getByRole('treeitem', { name: /^WalSndLoop，/ })
    await node.hover()
    await expect(graph.getByText('自身 + 被调用者').last()).toBeVisible()
    expect(await englishIn(page)).toEqual([])
    await node.click({ button: 'right' })
    await expect(page.getByRole('menu')).toContainText('打开其条目')
    expect(await englishIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await graph.getByRole('button', { name: '保存或复制图片' }).click()
    await expect(page.getByRole('menu')).toContainText('保存为 DOT')
    expect(await englishIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    for (const [key, name] of [
      ['?', '数字的含义'],
      ['l', '分享此视图'],
      ['e', '导出给其他程序'],
      ['c', '对比对象…'],
      ['s', '这些数字从何而来'],
    ]) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      expect(await englishIn(page), name).toEqual([])
      await page.keyboard.press('Escape')
    }
  })

  test('the graph that is on screen changes its language at once', async ({ page }) => {
    await new Viewer(page).visit('#sample=cyc&fn=unary')
    const drawn = page.locator('.graph-cycle').first()
    await expect(drawn).toContainText(/^循环 \d+ 整体/)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(drawn).toContainText(/^cycle \d+ as a whole/)
    await expect(page.getByRole('treeitem', { name: /^unary, self .*, total .* calls$/ }).first()).toBeVisible()
  })

  test('when a profile was open before is told in Chinese', async ({ page }) => {
    const viewer = await firstPage(page)
    await viewer.drop(fileFrom('public/samples/cyc.txt'))
    await page.getByRole('button', { name: 'Arcflame' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'cyc.txt' })).toContainText(/36 个函数.*刚刚/)
  })

  test('why files cannot be opened is told in Chinese, in Chinese figures and places', async ({ page }) => {
    const viewer = await firstPage(page)
    await viewer.drop(
      { name: '1.png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) },
      textFile('2.txt', ''),
      textFile('3.txt', 'nothing that gprof has printed\n'),
      textFile('4.txt', 'main 4711 91234.567890:     250000 cycles:\n'),
      { name: '5.gz', bytes: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4]) },
      { name: '6.zip', bytes: Buffer.from('PK\x03\x04 cut', 'latin1') },
    )
    for (const [name, what] of [
      ['1.png', / PNG 图片，而这里需要 gprof 打印的列表。/],
      ['2.txt', /是空的.*gprof 出错时什么也不打印/],
      ['3.txt', /没有一行是 gprof 打印的.*第 1 行/],
      ['4.txt', / perf script 的输出.*它记录的是调用栈/],
      ['5.gz', /gzip 压缩文件.*已损坏/],
      ['6.zip', /目录无法读取/],
    ] as const)
      await expect(viewer.alert.getByRole('listitem').filter({ hasText: name })).toHaveText(what)
    expect(await englishIn(page)).toEqual([])
    await axe(page)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(viewer.alert).toContainText('is a PNG picture, and a listing printed by gprof was expected.')
  })

  test('so is what a cut listing lacks, a broken expression, and a link that was cut', async ({ page }) => {
    const viewer = await firstPage(page)
    const { bytes } = fileFrom('public/samples/cyc.txt')
    await viewer.drop({ name: 'cyc-cut.txt', bytes: bytes.subarray(0, bytes.length * 0.6) })
    await page.getByRole('button', { name: /^文件中找到的内容：/ }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '列表不完整：' })).toBeVisible()
    expect(await englishIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: '搜索函数' }).fill('/(/')
    await expect(page.getByText('不是正则表达式：缺少右圆括号 ) `(`')).toBeVisible()
    expect(await englishIn(page)).toEqual([])
    await viewer.visit('#data=QXIBA')
    await expect(viewer.alert).toContainText('邮件和聊天会截断长链接')
    expect(await englishIn(page)).toEqual([])
  })

  test('so is what half a pair lacks, and why a pair is none', async ({ page }) => {
    const viewer = await firstPage(page)
    const right = pairFrom('cycles-O2')
    const other = pairFrom('statics-O0')
    await viewer.drop(right.gmon)
    await expect(viewer.alert).toContainText('是用 -pg 构建的程序留下的数据：地址和次数。')
    expect(await englishIn(page)).toEqual([])
    await viewer.drop(other.program)
    await expect(viewer.alert).toContainText(
      '已尝试与先前拖放的“gmon.out”一起读取：gmon.out 与此可执行文件不符：采样来自 0x',
    )
    await expect(viewer.alert).toContainText('如果仍想查看，请把两者一起拖放。')
    expect(await englishIn(page)).toEqual([])
    await viewer.drop(other.program, right.gmon)
    await page.getByRole('button', { name: /^文件中找到的内容：/ }).click()
    await expect(page.getByText(/^gmon\.out 与此可执行文件不符/)).toBeVisible()
    expect(await englishIn(page)).toEqual([])
    await viewer.drop(right.program, right.gmon, { ...right.gmon, name: 'again' })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('program，2 个进程')
    await expect(page).toHaveTitle('program，2 个进程 · Arcflame')
  })

  test('English can be chosen, at once and for later, and the keyboard stays where it was', async ({ page }) => {
    await new Viewer(page).visit('#sample=cyc&fn=main')
    await page.getByRole('button', { name: 'English' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '中文' })).toBeFocused()
    await expect(page.getByRole('searchbox', { name: 'Search functions' })).toBeVisible()
    expect(new URL(page.url()).hash).toBe('#sample=cyc&fn=main')
    await page.reload()
    await expect(page.getByRole('searchbox', { name: 'Search functions' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })

  test('the one HTML file speaks Chinese too, with no server behind it', async ({ page }) => {
    await page.goto(new URL('../dist/arcflame.html', import.meta.url).href)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('看清时间花在哪里')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('See where the time went')
  })
})

test('on a narrow screen the language is in the menu, with all that the bar has no room for', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const viewer = new Viewer(page)
  await viewer.visit('#sample=cyc')
  const more = page.getByRole('button', { name: 'More' })
  await more.click()
  await expect(viewer.menu.getByRole('menuitem')).toHaveText([
    'Open another profile',
    'Calls × cost',
    'Compare with another profile',
    'Export for other programs',
    'Light theme',
    '中文',
    'Help',
  ])
  await axe(page)
  await viewer.menu.getByRole('menuitem', { name: 'Help' }).click()
  await expect(page.getByRole('dialog', { name: 'What the numbers mean' })).toBeVisible()
  await page.keyboard.press('Escape')
  await more.click()
  await viewer.menu.getByRole('menuitem', { name: 'Compare with another profile' }).click()
  await expect(page.getByRole('dialog', { name: 'Compare with …' })).toBeVisible()
  await page.keyboard.press('Escape')
  await more.click()
  await viewer.menu.getByRole('menuitem', { name: 'Light theme' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await more.click()
  const choosing = page.waitForEvent('filechooser')
  await viewer.menu.getByRole('menuitem', { name: 'Open another profile' }).click()
  await (await choosing).setFiles('public/samples/num.txt')
  await viewer.tab('Functions')
  await viewer.shown('num')
  await more.click()
  await viewer.menu.getByRole('menuitem', { name: '中文' }).click()
  await expect(page.getByRole('navigation', { name: '视图' })).toContainText('火焰图')
  await axe(page)
  const bar = page.getByRole('banner')
  expect(await bar.evaluate(element => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
})
