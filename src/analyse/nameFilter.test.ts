import { expect, test } from 'vitest'
import { staticNameFilter } from './nameFilter.ts'

const accepts = (...names: string[]) =>
  staticNameFilter(new TextEncoder().encode(names.map(name => `${name}\0`).join('')))(0)

test.each(['f', 'f.0', 'f.12.3', 'f.constprop.0', 'f.clone.3', 'f.constprop.0.constprop.1', 'f.'])(
  '%s is a function to gprof',
  name => expect(accepts(name, 'plain')).toBe(true),
)

test.each(['', 'f.isra.0', 'f.part.0', 'f.cold', 'main._omp_fn.0', 'f.constprop.0.isra.1', 'a$b', '__gnu_compiled_c'])(
  '“%s” is none',
  name => expect(accepts(name, 'plain')).toBe(false),
)

test('the name stored behind a numbered one decides too', () => {
  expect(accepts('foo.constprop.0', 'bar.isra.0')).toBe(false)
  expect(accepts('foo.constprop.0', 'plain', 'bar.isra.0')).toBe(true)
  expect(accepts('foo', 'bar.isra.0')).toBe(true)
})

test('names that overlap are each judged by their own end', () => {
  const table = 'plain.0\0ab.isra.0\0'
  const accept = staticNameFilter(new TextEncoder().encode(table))
  const starts = [3, 0, 5, 9, 8, 10, 1]
  expect(starts.filter(start => accept(start))).toEqual([])
  const sound = staticNameFilter(new TextEncoder().encode('plain.0\0sound\0'))
  expect([3, 0, 8, 10, 1].every(start => sound(start))).toBe(true)
})
