import { expect, test } from 'vitest'
import { acceptsStaticName } from './nameFilter.ts'

const accepts = (...names: string[]) =>
  acceptsStaticName(new TextEncoder().encode(names.map(name => `${name}\0`).join('')), 0)

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
