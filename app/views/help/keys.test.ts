import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { learnEn } from '../../messages/learn/en.ts'
import { keys } from './keys.ts'

/** Keys that do something wherever the keyboard is, as they stand in the code. */
const used = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.tsx'))
  .flatMap(file => [...readFileSync(`app/${file}`, 'utf8').matchAll(/\buseKey\('(.)'/g)].map(([, key]) => key))

test('help tells every key that works all over the page', () => {
  const told = keys.flatMap(([names]) => names)
  expect(used.length).toBeGreaterThanOrEqual(11)
  expect(used.filter(key => !told.includes(key.toUpperCase()))).toEqual([])
})

test('it tells one thing of one key', () => {
  const does = keys.map(([, what]) => what)
  expect(new Set(does).size).toBe(does.length)
  expect(Object.keys(learnEn.keysDo).sort()).toEqual(does.toSorted())
})
