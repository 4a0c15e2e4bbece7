import { describe, expect, test } from 'vitest'
import { isElision } from './elision.ts'

describe('a line stands for left-out rows', () => {
  test.each(['...', '.......', '. . .', '…', '……', '⋮', '.', '[...]', '(...)', '<...>', '---8<---', '✂'])(
    'as dots or scissors: %s',
    line => {
      expect(isElision(line)).toBe(true)
    },
  )
  test.each([
    '.......略...........',
    '.............略',
    '... 200 more lines',
    '[... 1012 rows of the flat profile omitted ...]',
    '// ...',
    '[snip]',
    '<snip>',
    '-- omitted --',
    '--- snip ---',
    '(rest removed)',
    '（中略）',
    '【以下省略】',
    '（ここは省く）',
    '(중략)',
    '. . . . . (gekürzt)',
    'und so weiter',
    'пропущено',
    '[tronqué]',
    'etc.',
    'more of it ...',
  ])('with few words: %s', line => {
    expect(isElision(line)).toBe(true)
  })
  test.each([
    'SetLatch',
    '-----',
    'a.b.c',
    'end.',
    '',
    ':-)',
    'spontaneous',
    '<spontaneous>',
    '<spontan>',
    'This one was cut down by half since Monday.',
    'Here the sender wakes up every single one of the sessions that wait...',
    '... which is why SetLatch is called eight million times from SyncRepWakeQueue.',
    'libc.so.6',
    'shortcut',
  ])('but not: %s', line => {
    expect(isElision(line)).toBe(false)
  })
})
