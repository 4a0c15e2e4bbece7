import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formats } from '../../src/index.ts'
import { en } from './en.ts'
import { guideZh } from './guide/zh.ts'
import { learnZh } from './learn/zh.ts'
import { languageFor, languages, messages } from './messages.ts'
import { zh } from './zh.ts'

test('the language is the first that the browser prefers and the page has; English if there is none', () => {
  expect(languageFor(['zh-TW', 'en-US'])).toBe('zh-CN')
  expect(languageFor(['fr', 'zh', 'en'])).toBe('zh-CN')
  expect(languageFor(['de-AT', 'en-GB', 'zh-CN'])).toBe('en')
  expect(languageFor(['fr'])).toBe('en')
  expect(languageFor([])).toBe('en')
})

test('the page speaks English before another language is loaded', () => {
  expect(languages[0]).toBe('en')
  expect(messages()).toBe(en)
})

/** All texts of messages by the path to them; of a sentence with figures what stands around these. */
function textsOf(part: unknown, path = ''): [path: string, text: string][] {
  if (typeof part === 'string') return [[path, part]]
  if (typeof part === 'function') {
    const source = String(part)
    const texts = /\p{Script=Han}/u.test(source) ? [] : (source.match(/`[^`]*`|'[^']*'|"[^"]*"/g) ?? [])
    return texts.map(text => [path, text.replace(/\$\{[^}]*\}/g, ' ')])
  }
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => textsOf(value, `${path}.${key}`))
}

/** Words of the trade, names of programs and of files, keys and switches: the same in every language. */
const same =
  /gprof|gmon\.out|\.?gz|pprof|KCachegrind|Arcflame|PostgreSQL|WAL|HTML|URL|DOT|PNG|SVG|Ctrl|Shift|Enter|Esc|Space|zip|tar|main|tmpl\.cpp|cyc\.c|num\.f90|forker\.c|recursion\.c|short\.c|<spontaneous>|Flat profile: …|-pg|-[bpqz]\b|parse_|_?expr|zh-CN|[µnm]?s\b|[A-Z](?=$|[ ）])|\bn\b/g

test('Chinese has no text that was left in English', () => {
  const all = [zh, learnZh, guideZh].flatMap(part => textsOf(part))
  const left = all.filter(([, text]) => /[A-Za-z]{2}/.test(text.replaceAll(same, '')) && !/\p{Script=Han}/u.test(text))
  expect(left).toEqual([])
})

test('each sample that comes with the page is told of', () => {
  const samples: { name: string }[] = JSON.parse(readFileSync('public/samples/index.json', 'utf8'))
  expect(samples.map(({ name }) => name).sort()).toEqual(Object.keys(en.start.sampleCards).sort())
})

test('each format is told of in Chinese', () => {
  const told = formats.map(({ name }) => zh.export.formats[name])
  expect(told.filter(words => !words?.holds || !words.lacks)).toEqual([])
})

test('the page is described as its file says', () => {
  expect(readFileSync('index.html', 'utf8')).toContain(`content="${en.page.description}"`)
})
