import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demangle } from './demangle.ts'

test.each([
  ['_Z3fooi', 'foo(int)'],
  ['_ZN3FooC1ERKS_', 'Foo::Foo(Foo const&)'],
  ['_ZNSaIcED2Ev', 'std::allocator<char>::~allocator()'],
  [
    '_ZStlsISt11char_traitsIcEERSt13basic_ostreamIcT_ES5_c',
    'std::basic_ostream<char, std::char_traits<char> >& std::operator<< <std::char_traits<char> >(std::basic_ostream<char, std::char_traits<char> >&, char)',
  ],
  ['_Z1fPFvPFviEE', 'f(void (*)(void (*)(int)))'],
  ['_Z1fRA3_KiM1AKFvvE', 'f(int const (&) [3], void (A::*)() const)'],
  ['_ZNK1A1fEv', 'A::f() const'],
  ['_ZZ4mainENKUliE_clEi', 'main::{lambda(int)#1}::operator()(int) const'],
  ['_Z5countIJidPKcEEiDpOT_', 'int count<int, double, char const*>(int&&, double&&, char const*&&)'],
  ['_ZN12_GLOBAL__N_11fEv', '(anonymous namespace)::f()'],
  ['_Z3foov.isra.5', 'foo() [clone .isra.5]'],
  ['._Z3fooi', '.foo(int)'],
  ['_Z3fooi@@V1', 'foo(int)@@V1'],
  ['_ZN3fooE.llvm.123', '_ZN3fooE.llvm.123'], // only functions are cloned
  ['_D3foo3barFZv', '_D3foo3barFZv'], // D, which gprof leaves alone
  ['main', 'main'],
  ['_Z', '_Z'],
  ['_Z3fo', '_Z3fo'],
  ['_GLOBAL__sub_I_x', '_GLOBAL__sub_I_x'],
])('%s is %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test('whatever looks mangled is demangled or left, without an exception', () => {
  const pieces = fc.constantFrom(
    ...'_ZNSKRPO0123456789EITJDpXLfpsrclvwiabt_C1D2Ul',
    '3foo',
    'St',
    'T_',
    'S_',
    'IiE',
    'NS0_',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
      expect(typeof demangle(`_Z${parts.join('')}`)).toBe('string')
    }),
    { numRuns: 2000 },
  )
})

test('a name that nests deeper than any stack is left as it is', () => {
  const deep = `_Z1f${'P'.repeat(200_000)}i`
  expect(demangle(deep)).toBe(deep)
})

const library = spawnSync('sh', ['-c', 'nm -D --defined-only "$(gcc -print-file-name=libstdc++.so)"'], {
  encoding: 'utf8',
})
const symbols = [...new Set(library.stdout?.match(/\b_Z\w+/g) ?? [])]
const gnu = spawnSync('c++filt', ['-i'], { input: symbols.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 28 })

test.runIf(symbols.length > 0 && gnu.status === 0)('all names of the standard library are as GNU prints them', () => {
  const wanted = gnu.stdout.trimEnd().split('\n')
  expect(symbols.filter((name, i) => demangle(name) !== wanted[i])).toEqual([])
})
