import { expect, test } from 'vitest'
import { placeMenu } from './placeMenu.ts'

const window = { width: 1000, height: 600 }
const menu = { width: 200, height: 120 }
const button = (left: number, top: number) => ({ left, top, right: left + 24, bottom: top + 24 })
const point = (x: number, y: number) => ({ left: x, top: y, right: x, bottom: y })

test('a menu opens under its button, 4 px below, flush with its left side', () => {
  expect(placeMenu(menu, button(300, 50), window)).toEqual({ left: 300, top: 78 })
})

test('without room on the right it is flush with the right side of its button', () => {
  expect(placeMenu(menu, button(950, 50), window)).toEqual({ left: 774, top: 78 })
})

test('without room below it opens above', () => {
  expect(placeMenu(menu, button(300, 500), window)).toEqual({ left: 300, top: 376 })
})

test('at a point it opens right there, towards where there is room', () => {
  expect(placeMenu(menu, point(400, 300), window)).toEqual({ left: 400, top: 300 })
  expect(placeMenu(menu, point(990, 590), window)).toEqual({ left: 790, top: 470 })
})

test('it stays inside the window even where neither side has room', () => {
  expect(placeMenu(menu, point(150, 60), { width: 250, height: 130 })).toEqual({ left: 42, top: 8 })
})
