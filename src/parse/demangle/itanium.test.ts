import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demangle } from './demangle.ts'

test.each([
  // The same reference to a template parameter, repeated in another template, keeps what it meant first.
  [
    '_ZN1n4runmIZNS_5innerIiEEvRT_EUlRiOiE_EEvOS2_',
    'void n::runm<n::inner<int>(int&)::{lambda(int&, int&&)#1}>(int&&)',
  ],
  ['_Z1fIZ1gIiEvRT_EUlvE_EvT_', 'void f<g<int>(int&)::{lambda()#1}>(g<int>(int&)::{lambda()#1})'],
  ['_Z1fIRKiEvRKT_', 'void f<int const&>(int const& const&)'],
  ['_Z1fIOiEvRT_', 'void f<int&&>(int&)'],
  ['_Z1fRRi', 'f(int&)'],
  ['_ZN1A1fIT_EEvv', '_ZN1A1fIT_EEvv'], // a template within its own arguments
])('the template parameters of %s are those of %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test.each([
  ['_Z1fIiJcsEEvDpSt4pairIT_T0_E', 'void f<int, char, short>(std::pair<int, char>, std::pair<int, short>)'],
  [
    '_Z1fIJcsEJijEEvDp1pIJT_Dp1tIT0_EEE',
    'void f<char, short, int, unsigned int>(p<char, t<int>, t<unsigned int> >, p<short, t<int>, t<unsigned int> >)',
  ],
  // An expansion within another leaves its last element behind.
  [
    '_Z1fIJcsEJijEEvDp1pIJDp1tIT0_ET_EE',
    'void f<char, short, int, unsigned int>(p<t<int>, t<unsigned int>, short>, p<t<int>, t<unsigned int>, short>)',
  ],
  ['_Z1fIJEEvT_', '_Z1fIJEEvT_'],
  ['_Z1fIJicEEvDTsPDpT_Li1EEE', 'void f<int, char>(decltype (3))'],
])('the packs of %s are expanded to %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test.each([
  ['_ZN1AcvT_IiEEv', 'A::operator int<int>()'],
  ['_ZN1AcvT_IiEIiEEv', 'A::operator int<int><int>()'],
  ['_ZNK1AcvPT_IFviEEEv', 'A::operator void (*)(int)<void (int)>() const'],
  ['_ZN1AIiE1BcvT_IcEEv', 'A<int>::B::operator char<char>()'],
  ['_ZN1AcvN1BIT_EEIiEEv', '_ZN1AcvN1BIT_EEIiEEv'],
  ['_Z1fIXadL_ZN1AcviEvEEEvv', '_Z1fIXadL_ZN1AcviEvEEEvv'],
])('the conversion %s is %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test.each([
  [
    '_Z1fIZ1gvEUlTyT_T0_E_EvT_',
    'void f<g()::{lambda<typename $T0>($T0, auto:2)#1}>(g()::{lambda<typename $T0>($T0, auto:2)#1})',
  ],
  ['_ZNK1aMUlTpTyDpOT_E_clEv', 'a::{lambda<typename... $T0>(($T0&&)...)#1}::operator()() const'],
  [
    '_ZNK1aMUlTyTnT_TniRAT1__T_E_clEv',
    'a::{lambda<typename $T0, $T0 $N1, int $N2>($T0 (&) [$N2])#1}::operator()() const',
  ],
  [
    '_ZNK1aMUlTtTyTpTnjETpTtTyE1AIT_EE_clEv',
    'a::{lambda<template<typename, unsigned int...> class $TT0, template<typename> class... $TT1>(A<$TT0>)#1}::operator()() const',
  ],
  ['_ZNK1aMUlTyZ1gvEUlT_E_T_E_clEv', 'a::{lambda<typename $T0>(g()::{lambda(auto:1)#1}, $T0)#1}::operator()() const'],
  ['_ZNK1aMUlTyZ1gIcEvT_E1XE_clEv', '_ZNK1aMUlTyZ1gIcEvT_E1XE_clEv'],
  ['_ZNK1aMUlvEn_clEv', '_ZNK1aMUlvEn_clEv'],
])('the lambda %s is %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test.each([
  // A constructor has the last name read, whatever that belongs to; only template arguments and tags do not count.
  ['_ZN1ACI11BEi', 'A::B(int)'],
  ['_ZN1AI1BEC1B3tagEv', 'A<B>::A[abi:tag]()'],
  ['_ZZN1AC1EvENUlR1BE_D1Ev', 'A::A()::{lambda(B&)#1}::~B()'],
  ['_ZN1AC1B3tagIiEEPKci', 'char const* A::A[abi:tag]<int>(int)'],
  ['_ZNSsB5cxx11C1Ev', 'std::string[abi:cxx11]::basic_string()'],
  ['_ZNStC1Ev', '_ZNStC1Ev'],
])('the constructor %s is %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test.each([
  ['_ZGR1a5', 'reference temporary #5 for a'],
  ['_ZGR1a_', '_ZGR1a_'],
  ['_ZGRZ1fvE1a_', 'reference temporary #0 for f()::a'],
  ['_ZZ1fvE1a__12_', 'f()::a'],
  ['_ZZ1fvE1a__2_', '_ZZ1fvE1a__2_'],
])('the number in %s is read as in %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test.each([
  ['_Z1fDhDF16_DF16b', 'f(half, _Float16, std::bfloat16_t)'],
  ['_Z1fIiEvN1aDtT_E1bE', '_Z1fIiEvN1aDtT_E1bE'],
  ['_Z1fIK1AEvRKNT_1xE', 'void f<A const>(A::x const&)'],
  ['_Z1fKVKi', 'f(int volatile const)'],
  ['_Z1fM1AA4_Ki', 'f(int const (A::*) [4])'],
])('the type %s is %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test.each([
  ['_Z1fILDn0ELDnELDh1ELDF16_1EEvv', 'void f<(decltype(nullptr))0, decltype(nullptr), (half)[1], (_Float16)1>()'],
  ['_Z1fILiEEvv', '_Z1fILiEEvv'],
  ['_Z1fIiEvDTsr1AIT_E1B1sE', '_Z1fIiEvDTsr1AIT_E1B1sE'],
  ['_Z1fIiEvDTsr1AIT_EE1sE', 'void f<int>(decltype (A<int>::s))'],
  ['_Z1fIiEvDTsr1AIT_E1sE', 'void f<int>(decltype (A<int>::s))'],
  ['_Z1fIiEvDTqufp_tratplfp_Li1EE', 'void f<int>(decltype ({parm#1}?(throw) : (alignof ({parm#1}+(1)))))'],
  ['_Z1fIXtl1Udi1xLi1EdxLi0Edi1ydXLi0ELi1ELi2EEEEvv', 'void f<U{.x=(1), [0].y[0 ... 1]=(2)}>()'],
])('the expression in %s is that in %s', (mangled, text) => expect(demangle(mangled)).toBe(text))

test("a type that GNU's demangler writes into the parameters of a lambda is written behind it", () => {
  // main::{lambda(void (*&&f<main::{lambda(void (*)())#1}>(int))())#1}
  expect(demangle('_Z1fIZ4mainEUlPFvvEE_EOT_i')).toBe(
    'main::{lambda(void (*)())#1}&& f<main::{lambda(void (*)())#1}>(int)',
  )
})

test.each([
  ['that is longer than GNU reads', `_Z1016${'a'.repeat(1016)}ii`.padEnd(1025, 'i')],
  ['that nests deep', `_Z1f${'P'.repeat(1000)}i`],
  ['that reads ahead at every step', `_ZN1A${'cvT_I'.repeat(90)}i${'E'.repeat(90)}${'IvE'.repeat(60)}Ev`],
])('a name %s is left as it is', (_, name) => expect(demangle(name)).toBe(name))

test('names of a real program, from two compilers, are as gprof prints them', () => {
  const file = new URL('./itanium/names.fixture.txt', import.meta.url)
  const lines = readFileSync(file, 'latin1').trimEnd().split('\n')
  const mangled = lines.filter((_, i) => i % 2 === 0)
  expect(mangled.length).toBeGreaterThan(400)
  expect(mangled.flatMap(name => [name, demangle(name)])).toEqual(lines)
})
