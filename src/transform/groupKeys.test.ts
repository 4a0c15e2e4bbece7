import { expect, test } from 'vitest'
import { fileOf, groupKeys, namespaceOf } from './groupKeys.ts'

test.each([
  ['std::vector<int, std::allocator<int> >::push_back(int const&)', 'std::vector'],
  ['void ns::sort<a::b*>(a::b*, a::b*)', 'ns'],
  ['std::map<int, a::b> const& ns::detail::table<int>()', 'ns::detail'],
  ['ns::run(int)::{lambda(int)#1}::operator()(int) const', 'ns'],
  ['(anonymous namespace)::helper(int)', '(anonymous namespace)'],
  ['a::(anonymous namespace)::helper(int)', 'a::(anonymous namespace)'],
  ['a::Matrix::operator()(int, int)', 'a::Matrix'],
  ['a::Flags::operator<<(b::Out&)', 'a::Flags'],
  ['a::Ref::operator b::Target*()', 'a::Ref'],
  ['bool operator< <int>(a::pair<int> const&, a::pair<int> const&)', null],
  ['std::ostream& operator<<(std::ostream&, a::b const&)', null],
  ['a::Thing::~Thing()', 'a::Thing'],
  ['core::fmt::Formatter::pad::h0123456789abcdef', 'core::fmt::Formatter'],
  ['<alloc::vec::Vec<T> as core::ops::drop::Drop>::drop', 'alloc::vec::Vec'],
  ['<cycle 1: a::b +2>', null],
  ['__solver_MOD_step', 'solver'],
  ['main', null],
  ['f(std::vector<int>)', null],
  ['operator new(unsigned long)', null],
  ['my_operator::f()', 'my_operator'],
  ['', null],
])('%s is of %s', (name, namespace) => {
  expect(namespaceOf(name)).toBe(namespace)
})

test.each([
  ['copy (io.c)', 'io.c'],
  ['copy (io.c:12 @ 4011d0)', 'io.c'],
  ['step (src/num.f90:7)', 'src/num.f90'],
  ['run(int) (main.cc:3 @ 10)', 'main.cc'],
  ['f(int)', null],
  ['operator new (unsigned long)', null],
  ['main', null],
])('%s is in %s', (name, file) => {
  expect(fileOf(name)).toBe(file)
})

test('an expression groups by its first group, or by all that it matches', () => {
  expect(groupKeys(['pq_get', 'pq_put', 'main'], '/^(\\w+?)_/').keys).toEqual(['pq', 'pq', null])
  expect(groupKeys(['XLogSend', 'xlogRead', 'main'], '/^xlog/i').keys).toEqual(['XLog', 'xlog', null])
  expect(groupKeys(['main'], '/^(pq)?/').keys).toEqual([null])
})
