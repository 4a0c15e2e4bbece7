import { beforeEach, expect, test } from 'vitest'
import { comparedOf } from '../../src/compare/comparedSides.fixture.ts'
import { profileOf } from '../../src/profile.fixture.ts'
import { rowOrder, sortShown, warningsOfReading } from './derive.ts'
import { compareTimes, compareWith, showOnly, sortBy, store, swapSides } from './store.ts'
import { initialView } from './view.ts'

const before = 'main 0.1 -> work x1, old x1\nwork 1\nold 0.4'
const after = 'main 0.1 -> work x1, fresh x1\nwork 3\nfresh 0.5'
const { profile, compared } = comparedOf(before, after)
const alone = profileOf(after)

/** Two profiles are open, and the second is compared with the first. */
beforeEach(() => {
  const against = { part: 1, selection: null }
  store.setState({
    opened: {
      name: 'two files',
      origin: initialView,
      profiles: [profileOf(before), alone],
      processes: [null, null],
      beside: null,
      written: 0,
      warnings: [],
    },
    view: { ...initialView, part: 2, against: { part: 1, processes: [] } },
    picked: { all: alone, picked: { part: 2, selection: null, against }, profile },
    compared: { profile, normalisation: 'time', answer: compared },
  })
})

const listed = () => Array.from(rowOrder(store.getState()), row => profile.functions.name[row])

test('the list of two profiles begins with the surest and largest change', () => {
  expect(sortShown(store.getState())).toEqual({ column: 'change', descending: true })
  expect(listed()).toEqual(['work', 'fresh', 'old', 'main'])
  compareTimes('total')
  expect(listed().slice(0, 2)).toEqual(['main', 'work'])
})

test('what reading had to say is told of the profile that it was of', () => {
  const warning = (message: string) => ({ code: 'incomplete' as const, message, says: null })
  const { opened, view } = store.getState()
  if (!opened) throw new Error('Nothing is open.')
  const beside = { name: 'before', origin: initialView, part: 2, written: 0, warnings: [warning('of the second')] }
  store.setState({ opened: { ...opened, beside, warnings: [warning('of the first')] } })
  const told = () => warningsOfReading(store.getState()).map(({ message }) => message)
  expect(told()).toEqual(['of the second'])
  store.setState({ view: { ...view, part: 1 } })
  expect(told()).toEqual(['of the first'])
  store.setState({ opened: null })
  expect(told()).toEqual([])
})

test('pressing the head of what it is sorted by turns the order round', () => {
  sortBy('change', sortShown(store.getState()))
  expect(store.getState().view.sort).toEqual({ column: 'change', descending: false })
  expect(listed()).toEqual(['main', 'old', 'fresh', 'work'])
})

test('a list of what one side has is of that side after they are swapped too', () => {
  showOnly('a')
  expect(listed()).toEqual(['old'])
  showOnly('b')
  expect(listed()).toEqual(['fresh'])
  swapSides()
  expect(store.getState().view.only).toBe('a')
})

test('until they have been compared, nothing is listed in the order of a sum', () => {
  store.setState({ compared: null })
  expect(listed()).toEqual([])
})

test('one profile is sorted by a column of its own, whatever two were sorted by', () => {
  sortBy('ratio')
  expect(sortShown(store.getState()).column).toBe('ratio')
  compareWith(null)
  expect(sortShown(store.getState())).toEqual(initialView.sort)
  expect(Array.from(rowOrder(store.getState()), row => alone.functions.name[row])).toEqual(['work', 'fresh', 'main'])
})
