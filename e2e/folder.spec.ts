import { cpSync, mkdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

test('a folder that was chosen opens with all that is in it', async ({ page }, info) => {
  const folder = info.outputPath('run')
  mkdirSync(`${folder}/deep/er`, { recursive: true })
  cpSync('src/fixtures/cycles-O2/program', `${folder}/program`)
  cpSync('src/fixtures/cycles-O2/gmon.out', `${folder}/deep/er/gmon.out`)
  const viewer = new Viewer(page)
  await viewer.visit()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Folder…' }).click()
  await (await choosing).setFiles(folder)
  await expect(viewer.row('burn')).toContainText('100.0')
})
