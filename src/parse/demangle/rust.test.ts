import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demangle } from './demangle.ts'

const hash = '17h0123456789abcdefE'

test.each([
  [`_ZN4core3fmt9write_fmt${hash}`, 'core::fmt::write_fmt'],
  [`_ZN39_$LT$impl$u20$a..B$u20$for$u20$c..D$GT$1f${hash}`, '<impl a::B for c::D>::f'],
  [`_ZN28_$u7b$$u7b$closure$u7d$$u7d$${hash}.llvm.123`, '{{closure}}'],
  [`_ZN9a$X$b$LT$${hash}`, 'a$X$b$LT$'], // after what is no escape, everything is as it is
  ['_ZN3foo17h0123012301230123E', 'foo::h0123012301230123'], // too few different digits for a hash: a C++ name
  [`_ZN${hash}`, 'h0123456789abcdef'],
  [`_ZN3foo${hash}.E`, `_ZN3foo${hash}.E`],
])('the older name %s is %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test.each([
  ['_RNvC1a1b', 'a::b'],
  ['_RNvCs1_1a1b.llvm.123', 'a::b'],
  ['_RNvC1a1b@V1', 'a::b@V1'],
  ['_RNCNvC1a1bs0_0', 'a::b::{closure#2}'],
  ['_RNvXs_C1aNtC1a1TNtC1a2Tr1f', '<a::T as a::Tr>::f'],
  ['_RINvC1a1fINtC1a1VmEE', 'a::f::<a::V<u32>>'],
  ['_RINvC1a1fTmEAhj3_QShE', 'a::f::<(u32,), [u8; 3], &mut [u8]>'],
  ['_RINvC1a1fFUKCmEuFK8fast_abcEzE', 'a::f::<unsafe extern "C" fn(u32), extern "fast-abc" fn() -> !>'],
  ['_RINvC1a1fFG0_RL0_mRL1_mEuE', "a::f::<for<'a, 'b> fn(&'b u32, &'a u32)>"],
  ['_RINvC1a1fRL0_mE', "a::f::<&'_18446744073709551615 u32>"], // a lifetime that nobody named
  ['_RINvC1a1fDG_INtC1a2TrRL0_mEp1OmNtC1a1SEL_E', "a::f::<dyn for<'a> a::Tr<&'a u32, O = u32> + a::S>"],
  ['_RINvC1a1fKln3_Kb1_Kca_Kc20ac_KpE', "a::f::<-3, true, '\\n', '\\u{20ac}', _>"],
  ['_RINvC1a1fKjffffffffffffffff_E', 'a::f::<18446744073709551615>'],
  ['_RINvC1a1fKj5_KB8_NtB2_1TE', 'a::f::<5, 5, a::T>'],
  ['_RNvC1au8gdel_5qa', 'a::g\xc3\xb6del'], // a character for each byte of UTF-8
  ['_RNvMINtC1a1TFGZZZZZZZ_EuEC1a1f', '<a>::f'], // many lifetimes, where nothing is printed: no time is lost
  ['_RNvC1a1bC', '_RNvC1a1bC'],
  ['_RINvC1a1fKb2_E', '_RINvC1a1fKb2_E'],
])('the newer name %s is %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

const lines = readFileSync(new URL('./rust/names.fixture.txt', import.meta.url), 'latin1')
  .trimEnd()
  .split('\n')

test('names of a real program are as gprof prints them', () => {
  const mangled = lines.filter((_, i) => i % 2 === 0)
  expect(mangled.length).toBeGreaterThan(400)
  expect(mangled.flatMap(name => [name, demangle(name)])).toEqual(lines)
})

test('whatever looks like a name of Rust is demangled or left, without an exception', () => {
  const pieces = fc.constantFrom(
    ...'NvtCMXYIBRQPOASTFDKLGEupnsbchij_0123459aZ',
    '1a',
    'C1a',
    'NvC1a1b',
    'B_',
    'u5abc_d',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
      expect(typeof demangle(`_RINvC1a1f${parts.join('')}`)).toBe('string')
      expect(typeof demangle(`_RINvC1a1f${parts.join('')}E`)).toBe('string')
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['that nests deeper than any stack', `_RINvC1a1f${'R'.repeat(200_000)}mE`],
  ['that refers to itself', '_RINvC1a1fTB7_B7_EE'],
  ['that doubles with every reference', doubling(60)],
  ['with more lifetimes than fit anywhere', '_RINvC1a1fFGZZZZZZZZ_EuE'],
  ['with a number without end', `_RINvC1a1fFG${'Z'.repeat(1000)}_RL0_mEuE`],
])('a name %s is left as it is', (_, name) => expect(demangle(name)).toBe(name))

/** Tuples of two references to the tuple before. */
function doubling(times: number): string {
  let text = 'INvC1a1fTmmE'
  let last = text.indexOf('T')
  for (let i = 0; i < times; i++) {
    const start = text.length
    const reference = `B${base62(last)}`
    text += `T${reference}${reference}E`
    last = start
  }
  return `_R${text}E`
}

function base62(value: number): string {
  if (value === 0) return '_'
  let digits = ''
  for (let rest = value - 1; digits === '' || rest > 0; rest = Math.floor(rest / 62))
    digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(rest % 62) + digits
  return `${digits}_`
}
