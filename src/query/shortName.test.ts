import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortName } from './shortName.ts'

test.each([
  ['std::vector<int, std::allocator<int> >::push_back(int const&)', 'std::vector<…>::push_back(…)'],
  ['main', 'main'],
  ['__solver_MOD_step', '__solver_MOD_step'],
  ['f()', 'f()'],
  ['void sort<int*>(int*, int*) [clone .isra.5]', 'void sort<…>(…) [clone .isra.5]'],
  ['A::size(int) const', 'A::size(…) const'],
  ['(anonymous namespace)::run(int)', '(anonymous namespace)::run(…)'],
  [
    'main::{lambda(std::vector<int>&)#1}::operator()(std::vector<int>&) const',
    'main::{lambda(std::vector<…>&)#1}::operator()(…) const',
  ],
  ['std::ostream& std::operator<< <char>(std::ostream&, char)', 'std::ostream& std::operator<< <…>(…)'],
  ['bool operator< <int>(P<int> const&, P<int> const&)', 'bool operator< <…>(…)'],
  ['Ptr<int>::operator->() const', 'Ptr<…>::operator->() const'],
  ['V::operator[](unsigned long)', 'V::operator[](…)'],
  ['V::operator+=(V const&)', 'V::operator+=(…)'],
  ['A::operator std::vector<int>() const', 'A::operator std::vector<…>() const'],
  ['operator new(unsigned long)', 'operator new(…)'],
  ['void (*choose<int>(int))(char)', 'void (*choose<…>(…))(…)'],
  ['int (&f<int>(int (&) [3])) [3]', 'int (&f<…>(…)) [3]'],
  ['f[abi:cxx11](int)', 'f[abi:cxx11](…)'],
  ['<T as Trait>::f', '<T as Trait>::f'],
  ['<alloc::vec::Vec<u8> as core::fmt::Debug>::fmt', '<alloc::vec::Vec<…> as core::fmt::Debug>::fmt'],
  ['<<T as A>::B<u8> as C>::f::<u32>', '<<T as A>::B<…> as C>::f::<…>'],
  ['core::ptr::<impl *const T<u8>>::is_null', 'core::ptr::<impl *const T<…>>::is_null'],
  ['core::ptr::drop_in_place::<alloc::vec::Vec<u8>>', 'core::ptr::drop_in_place::<…>'],
  ['<demo::Square<3>>::area::{closure#0}', '<demo::Square<…>>::area::{closure#0}'],
  ['a::call::<fn(u32) -> u32>', 'a::call::<…>'],
  ['<cycle 1 as a whole>', '<cycle 1 as a whole>'],
  ['<spontaneous>', '<spontaneous>'],
  ['cut<int, std::pair<', 'cut<int, std::pair<'],
  ['a(b]', 'a(b]'],
])('%s is %s for short', (name, short) => expect(shortName(name)).toBe(short))

const isBalanced = (name: string) => {
  let rest = name.replaceAll('->', '')
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(/<[^<>()]*>|\([^<>()]*\)/g, '')
  }
  return !/[<>()]/.test(rest)
}

function obeysTheLaws(name: string): void {
  const short = shortName(name)
  expect(short.length).toBeLessThanOrEqual(name.length)
  expect(shortName(short)).toBe(short)
  if (isBalanced(name) && !name.includes('operator')) expect(isBalanced(short)).toBe(true)
}

test('a short name is never longer, cannot be shortened again, and is as balanced as the name', () => {
  const pieces = fc.constantFrom(
    ...['<', '>', '(', ')', '{', '}', '[', ']', '::', ', ', ' ', 'a', 'int', '&', '*', '->', ' as ', 'impl ', 'for'],
    ...[
      'operator',
      'operator<',
      'operator()',
      'operator->',
      '{lambda',
      '#1',
      '(anonymous namespace)',
      '…',
      '<a>',
      '(b)',
    ],
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), parts => obeysTheLaws(parts.join(''))),
    { numRuns: 5000 },
  )
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), obeysTheLaws))
})

test('real names obey the same laws, and lose at least a fifth of their length', () => {
  const file = new URL('../parse/demangle/rust/names.fixture.txt', import.meta.url)
  const names = readFileSync(file, 'utf8')
    .split('\n')
    .filter((_, i) => i % 2 === 1)
  names.forEach(obeysTheLaws)
  const length = (texts: string[]) => texts.join('').length
  expect(length(names.map(name => shortName(name)))).toBeLessThan(0.8 * length(names))
})
