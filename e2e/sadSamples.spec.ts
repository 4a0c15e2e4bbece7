// Files with which a newcomer is lost, as the program and gprof left them: each opens to a page that tells what is wrong and
// what to do next.

import { readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { sampleFile } from './asSet.ts'
import { fileFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const filesOf = (name: string) => readdirSync(`e2e/sad/${name}`).map(file => fileFrom(`e2e/sad/${name}/${file}`))

/** Threads began in a routine of the library that was built without -pg. */
const threads = printReport(profileOf('main 1 -> f x1\n f 1\n start_thread 0 -> worker x2\n worker 2'))

const sad = [
  {
    what: 'a run that was too short for a sample',
    files: filesOf('no-samples'),
    wrong: /No samples: calls are known, times are not/,
    next: /All views show calls instead of times\..*add up 34 runs/,
    command: 'gprof -s ./short run.*',
  },
  {
    what: 'a program of which only the link had -pg',
    files: filesOf('hist-only'),
    wrong: /No calls: times are known, but not who called whom/,
    next: /The list of functions tells where the time went\..*compile everything with -pg/,
    command: "make clean && make CFLAGS='-O2 -g -pg' LDFLAGS='-pg'",
  },
  {
    what: 'an executable that was stripped',
    files: filesOf('stripped'),
    wrong: /cyc-stripped was stripped: its functions have addresses for names/,
    next: /Drop the executable from before strip/,
    command: 'nm UNSTRIPPED | wc -l',
  },
  {
    what: 'processes that forked from one another',
    files: filesOf('fork-prefix').filter(({ name }) => name !== 'gmon.sum'),
    wrong: /These processes come from one that forked: its calls are in each of them/,
    next: /Under Processes you see each by itself/,
    command: '',
  },
  {
    what: 'a folder with the sum of its files among them',
    files: filesOf('fork-prefix'),
    wrong: /Everything is counted twice: gmon\.sum is probably the sum of the other files/,
    next: /Leave this file out/,
    command: '',
  },
  {
    what: 'a program with threads',
    files: [textFile('threads.txt', threads)],
    wrong: /This program uses threads: counts of calls may be too low/,
    next: /Trust times more than counts/,
    command: '',
  },
  {
    what: 'a listing cut out of a post',
    files: [sampleFile('walsender-excerpt')],
    wrong: /Parts of this listing are missing/,
    next: /Ask for the whole listing, or print it again/,
    command: 'gprof -b ./PROGRAM gmon.out > profile.txt',
  },
  {
    what: 'a listing in Russian',
    files: [fileFrom('e2e/sad/russian.txt')],
    wrong: /This listing is not in English\. It is read all the same/,
    next: /Nothing needs to be done/,
    command: 'LC_ALL=C gprof ./PROGRAM gmon.out > profile.txt',
  },
]

for (const { what, files, wrong, next, command } of sad)
  test(`${what} is told, with what to do next`, async ({ page }) => {
    const viewer = new Viewer(page)
    await viewer.visit()
    await viewer.drop(...files)
    await viewer.shown()
    const notice = page.locator('.notices')
    await expect(notice).toContainText(wrong)
    await expect(notice).toContainText(next)
    await expect(notice).toContainText(command)
  })
