import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom } from '../profile.fixture.ts'
import { foldName, functionByLabel, labelsOf } from './names.ts'

const named = (...names: string[]) => profileFrom(names, names.map(Number.prototype.valueOf.bind(0)), [])

test('a function is labelled by its name, and by its index too where two share the name', () => {
  expect(labelsOf(named('main', 'init', 'init'))).toEqual(['main', 'init [2]', 'init [3]'])
})

test('labels stay unique when a name looks like another label', () => {
  const labels = labelsOf(named('f', 'f', 'f [1]'))
  expect(new Set(labels).size).toBe(3)
})

test('very many functions of one name without an index are told apart by order, in time that goes by their number', () => {
  const profile = named(...new Array<string>(100_000).fill('f'))
  profile.functions.index.fill(-1)
  const labels = labelsOf(profile)
  expect(labels.slice(0, 2)).toEqual(['f #1', 'f #2'])
  expect(labels.at(-1)).toBe('f #100000')
})

test('a label of another build, with an index that is gone, finds the function by its name', () => {
  const profile = named('main', 'init', 'init')
  expect(functionByLabel(profile, 'init [3]')).toBe(2)
  expect(functionByLabel(profile, 'init [77]')).toBe(1)
  expect(functionByLabel(profile, 'gone')).toBe(-1)
})

test('a name that ends like an index is found as it is', () => {
  const profile = named('int (&f<int>(int (&) [3])) [3]', 'int (&f<int>(int (&) [3]))')
  expect(functionByLabel(profile, 'int (&f<int>(int (&) [3])) [3]')).toBe(0)
})

test.each([
  ['SyncRepGetCandidateStandbys', 17, 'SyncRepG…Standbys'],
  ['std::map<int, std::string>::insert(int)', 24, 'std::map<…>::insert(int)'],
  ['std::map<int, std::string>::insert(int, char const*)', 22, 'std::map<…>::insert(…)'],
  ['std::map<int, std::string>::insert(int)', 17, '…::insert(…)'],
  ['a::b::c::verb(int)', 14, '…::c::verb(…)'],
  ['void __gnu_cxx::__ops::adjust_heap<int*, long>(int*, long)', 9, 'adju…heap'],
  ['main', 2, 'ma'],
  ['(anonymous namespace)::run(int, int, int)', 29, '(anonymous namespace)::run(…)'],
])('%s in %i characters is %s', (name, characters, folded) => {
  expect(foldName(name, characters)).toBe(folded)
})

test('the brackets of an operator are part of its name', () => {
  expect(foldName('std::vector<int>::operator()(unsigned long, unsigned long)', 32)).toBe(
    'std::vector<…>::operator()(…)',
  )
  expect(foldName('bool operator< <int>(pair<int> const&, pair<int> const&)', 24)).toBe('bool operator< <…>(…)')
})

test('a folded name fits, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 3, max: 30 }), (name, room) => {
      expect([...foldName(name, room)].length).toBeLessThanOrEqual(room)
    }),
  )
})
