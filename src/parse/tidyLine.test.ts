import { expect, test } from 'vitest'
import { undecorated } from './tidyLine.ts'

const row = '                0.00    2.74       1/1           main [3]'

test.each([
  ['a quote mark', `> ${row}`],
  ['nested quote marks', `> > ${row}`],
  ['the plus sign of a diff', `+${row}`],
  ['a list bullet', `- ${row}`],
  ['a line number', `12 ${row}`],
  ['a line number and a colon', `  12: ${row}`],
  ['a line number and a bar', `12 | ${row}`],
  ['a comment sign', `# ${row}`],
  ['blanks that do not break', `\u00a0\u00a0${row}`],
  ['a tag', `<pre>${row}`],
])('%s comes off', (_, line) => {
  expect(undecorated(line).map(reading => reading.trim())).toContain(row.trim())
})

test('borders of a table come off, those of a name stay', () => {
  expect(undecorated('| 0.00 | 2.74 | 1/1 | main [3] |').at(-1)?.replace(/ +/g, ' ')).toBe('0.00 2.74 1/1 main [3]')
  expect(undecorated('> 0.00 2.74 1/1 operator|(A, B) [3]').at(-1)).toBe('0.00 2.74 1/1 operator|(A, B) [3]')
})

test('a line without decoration has one reading, itself', () => {
  expect(undecorated(row)).toEqual([row])
})
