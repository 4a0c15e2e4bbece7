import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

for (const theme of ['light', 'dark'] as const)
  for (const [shape, viewport] of [
    ['wide', { width: 1440, height: 900 }],
    ['narrow', { width: 390, height: 844 }],
  ] as const)
    test(`axe finds nothing: ${shape}, ${theme}`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: theme })
      const viewer = new Viewer(page)
      await viewer.visit()
      await expect(page.getByRole('link', { name: /PostgreSQL WAL sender/ })).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await viewer.visit('#sample=walsender&fn=ProcessRepliesIfAny&q=SyncRep')
      await expect(viewer.node('WalSndLoop')).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      if (shape === 'wide') {
        await page.keyboard.press('r')
        await expect(viewer.line('WalSndLoop').first()).toBeVisible()
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
        return
      }
      for (const tab of ['Functions', 'Flame', 'Entry', 'Report']) {
        await viewer.tab(tab)
        if (tab === 'Report') await expect(viewer.line('WalSndLoop').first()).toBeVisible()
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      }
    })
