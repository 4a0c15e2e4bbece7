// Programs whose code comes from many lines at once: inlined functions of a header, several files, clones, parts that are
// seldom run, templates, labels in assembly, code without debug information. For `gprof -s`, which counts by line.

const shared = `
static inline int clamp(int x, int low, int high) {
  if (x < low) return low;
  return x > high ? high : x;
}
static inline __attribute__((always_inline)) int mix(int a, int b) {
  a ^= b << 3; a += b >> 2;
  return clamp(a, -100000, 100000);
}
`

/** Files of a program in C: two with functions of one name, and a header that both inline. */
export const inC: Record<string, string> = {
  'shared.h': shared,
  'one.c': `
#include <stdio.h>
#include <stdlib.h>
#include "shared.h"
int other(int x), third(int x, int y);
static int local(int x) {
  int sum = 0;
  for (int i = 0; i < x; i++) {
    sum += mix(i, x);
    if (__builtin_expect(sum == 12345678, 0)) { fprintf(stderr, "seldom\\n"); abort(); }
  }
  return sum;
}
static __attribute__((noinline)) int cloned(int a, int b) {
  int t = 0; for (int i = 0; i < a; i++) t += other(i) * b;
  return t;
}
int main(void) { int r = 0; for (int i = 0; i < 200; i++) { r += local(i); r += cloned(i % 7, 3); r += third(i, r); } return r & 0; }
`,
  'two.c': `
#include "shared.h"
int state;
static int local(int x) { return x < 2 ? x : local(x - 1) + mix(x, state); }
int other(int x) { state += x; return local(x % 9) + clamp(x, 1, 5); }
/* Longer than the space before the code: were it left out by the linker, its lines would lie in the code of others. */
int left_out(int x) {
${Array.from({ length: 450 }, (_, i) => `  x = x * ${i} + (x >> 3); state ^= x;`).join('\n')}
  return x;
}
`,
  'three.c': `
#include "shared.h"
int other(int x);
static __attribute__((noinline)) int chosen(int a) {
  switch (a % 5) { case 0: return other(a); case 1: return mix(a, 2); case 2: return clamp(a, 0, 9); default: return a; }
}
int third(int a, int b) {
  int sum = 0;
  for (int i = 0; i < 20; i++) sum += chosen((a + i) & 63) ^ b;
  return sum;
}
`,
}

/** Files of a program in C++, with functions that linkers know by their plain names, and labels in assembly. */
export const inCxx: Record<string, string> = {
  'box.h': `
#pragma once
#include <map>
#include <vector>
template <class T> struct Box {
  std::vector<T> all; std::map<int, T> few;
  void put(T x) { all.push_back(x); few[int(x) % 5] = x; }
  T sum() { T s = 0; for (auto &x : all) s += x; for (auto &p : few) s += p.second; return s; }
};
`,
  'one.cpp': `
#include "box.h"
extern "C" int labelled(int);
extern "C" { static int plain(int x) { return x + 1; } int twice(int x) { return plain(x) * 2; } }
namespace { struct Hidden { int v; int get() { return v * 3; } }; }
int other(int);
int main() {
  Box<int> a; Box<long> b; long s = 0;
  for (int i = 0; i < 100; i++) {
    a.put(i); b.put(i * 2L); s += other(i) + twice(i) + labelled(i);
    Hidden h{i}; s += h.get();
    auto add = [&](int x) { return x + h.get(); }; s += add(i);
  }
  return (a.sum() + b.sum() + s) & 0;
}
`,
  'two.cpp': `
#include "box.h"
static int hidden(int x) { return x - 1; }
struct Base { virtual int f(int) = 0; virtual ~Base() {} };
struct Derived : Base { int k; Derived() : k(1) {} int f(int x) override { return hidden(x) + k; } };
int other(int i) { Derived d; Base *b = &d; Box<int> box; box.put(i); return b->f(i) + box.sum(); }
`,
  'labels.s': `
	.text
	.globl labelled
	.type labelled, @function
labelled:
	lea 1(%rdi), %eax
inner:
	add $2, %eax
	ret
	.size labelled, . - labelled
	.globl only_a_label
only_a_label:
	nop
	ret
	.section .note.GNU-stack, "", @progbits
`,
}
