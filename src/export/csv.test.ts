import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { toCsv } from './csv.ts'

const profile = profileOf(`
  b    0.2 -> a x4
  a    0.1 -> b x3, a x2
  main 0   -> a x1`)

test('a row is a function, blank where nothing is known', () => {
  expect(toCsv([profile])).toBe(`name,self,children,calls,selfCalls,cycle
b,0.2,0,3,0,1
a,0.1,0,5,2,1
main,0,0.3,,0,
`)
})

test('several profiles have a column of their own', () => {
  expect(toCsv([profile, profile]).split('\n').slice(0, 2)).toEqual([
    'profile,name,self,children,calls,selfCalls,cycle',
    'drawn,b,0.2,0,3,0,1',
  ])
})

test('names with commas and quotes are quoted', () => {
  const named = { ...profile, functions: { ...profile.functions, name: ['map<a, b>', 'operator""_s', 'plain'] } }
  expect(toCsv([named])).toBe(`name,self,children,calls,selfCalls,cycle
"map<a, b>",0.2,0,3,0,1
"operator""""_s",0.1,0,5,2,1
plain,0,0.3,,0,
`)
})
