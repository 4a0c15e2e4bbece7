// The programs of the oracle: small ones, each with something that a report may get wrong.

/** What to compile, how, and how to run it so that it leaves gmon.out, or several files called run.*. */
export interface OracleProgram {
  name: string
  files: Record<string, string>
  build: string[]
  runs: string[]
}

const cycles = `
static volatile unsigned long sink;
static __attribute__((noinline)) void burn(long n) { for (long i = 0; i < n; i++) sink += i * i; }
int odd(int);
__attribute__((noinline)) int even(int n) { burn(4000); return n == 0 ? 1 : odd(n - 1); }
__attribute__((noinline)) int odd(int n) { burn(6000); return n == 0 ? 0 : even(n - 1); }
void b(int);
void c(int);
__attribute__((noinline)) void a(int n) { burn(2000); if (n > 0) { b(n - 1); if (n % 3 == 0) c(n - 2); } }
__attribute__((noinline)) void b(int n) { burn(1000); if (n > 0) { a(n - 1); if (n % 4 == 0) c(n - 1); } }
__attribute__((noinline)) void c(int n) { burn(1500); if (n > 0) { b(n - 2); if (n % 5 == 0) c(n - 3); even(3); } }
static __attribute__((noinline)) int fact(int n) { burn(3000); return n < 2 ? 1 : n * fact(n - 1); }
int main(void) { for (int i = 0; i < 400; i++) { even(20); fact(20); } a(12); return sink == 1; }
`

const statics = [
  `static volatile long s; static __attribute__((noinline)) void work(int n) { for (int i = 0; i < n; i++) s += i; }
int other(void); int main(void) { for (int i = 0; i < 200; i++) { work(100000); other(); } return 0; }`,
  `static volatile long s; static __attribute__((noinline)) void work(int n) { for (int i = 0; i < n; i++) s -= i; }
int other(void) { work(200000); return 0; }`,
]

const templates = `
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>
namespace deep { namespace er {
template <class T, int N> struct Box { T v[N]; T sum() const { T s{}; for (auto &x : v) s += x; return s; } operator bool() const { return sum() > 0; } };
struct Shape { virtual ~Shape() = default; virtual double area() const = 0; };
struct Square : Shape { double a; explicit Square(double a) : a(a) {} double area() const override { return a * a; } };
} }
namespace { struct Hidden { int operator()(int x) const { return x * 3; } }; }
template <class... A> int count(A &&...a) { return (0 + ... + int(sizeof(a))); }
template <class F> auto apply(F f, int n) -> decltype(f(n)) { int s = 0; for (int i = 0; i < n; i++) s += f(i); return s; }
void over(int) {} void over(const char *) {} void over(std::string const &, void (*)(int), int (&)[3]) {}
int operator"" _km(unsigned long long v) { return int(v) * 1000; }
int main() {
  std::map<std::string, std::vector<int>> m;
  for (int i = 0; i < 20000; i++) m["k" + std::to_string(i % 500)].push_back(i);
  long total = 0;
  for (int r = 0; r < 20; r++) for (auto &[k, v] : m) { std::sort(v.begin(), v.end(), [](int a, int b) { return a > b; }); total += v[0] + k.size(); }
  deep::er::Box<int, 5> box{{1, 2, 3, 4, 5}};
  std::unique_ptr<deep::er::Shape> shape = std::make_unique<deep::er::Square>(2.0);
  for (int i = 0; i < 100000; i++) total += box.sum() + long(shape->area()) + bool(box);
  int three[3] = {1, 2, 3};
  over(1); over("x"); over(std::string("y"), over, three);
  total += apply(Hidden{}, 1000) + apply([&](int x) { return x + int(total & 1); }, 1000) + count(1, 2.0, "z") + 5_km;
  return total == 42;
}
`

const fortran = `
module shapes
contains
  recursive integer function fib(n) result(r)
    integer, intent(in) :: n
    if (n < 2) then
      r = n
    else
      r = fib(n - 1) + fib(n - 2)
    end if
  end function
end module
program main
  use shapes
  print *, fib(30)
end program
`

const threads = `
#include <pthread.h>
static volatile long s; static __attribute__((noinline)) void work(void) { for (int i = 0; i < 3000000; i++) s += i; }
static void *start(void *x) { for (int i = 0; i < 5; i++) work(); return x; }
int main(void) { pthread_t t[3]; for (int i = 0; i < 3; i++) pthread_create(t + i, 0, start, 0); for (int i = 0; i < 3; i++) pthread_join(t[i], 0); return 0; }
`

/** Many functions in a random-looking graph: each calls a few of those behind it, and some call back. */
function manyFunctions(functions: number): string {
  const lines = ['static volatile long s;', 'static int depth;']
  for (let i = 0; i < functions; i++) lines.push(`void f${i}(void);`)
  for (let i = 0; i < functions; i++) {
    const calls = [1, 7, 40].map(step => (i * 3 + step) % functions).filter(to => to > i)
    if (i % 50 === 49) calls.push(i - 20)
    const body = calls.map(to => `f${to}();`).join(' ')
    lines.push(`void f${i}(void) { s += ${i}; if (depth < 6) { depth++; ${body} depth--; } }`)
  }
  lines.push(
    `int main(void) { for (int r = 0; r < 20; r++) {${Array.from({ length: 50 }, (_, i) => `f${(i * 37) % functions}();`).join(' ')}} return 0; }`,
  )
  return lines.join('\n')
}

const c = (name: string, text: string, flags: string, after: string[] = []): OracleProgram => ({
  name,
  files: { 'main.c': text },
  build: [`gcc -pg ${flags} main.c -o program -lpthread`, ...after],
  runs: ['./program'],
})
const cxx = (name: string, flags: string, compiler = 'g++'): OracleProgram => ({
  name,
  files: { 'main.cpp': templates },
  build: [`${compiler} -std=c++17 -pg ${flags} main.cpp -o program`],
  runs: ['./program'],
})
const twoFiles = (name: string, flags: string, compiler = 'gcc'): OracleProgram => ({
  name,
  files: { 'one.c': statics[0], 'two.c': statics[1] },
  build: [`${compiler} -pg ${flags} one.c two.c -o program`],
  runs: ['./program'],
})

export const programs: OracleProgram[] = [
  c('cycles-O0', cycles, '-O0 -no-pie'),
  c('cycles-O2', cycles, '-O2 -no-pie'),
  c('cycles-pie', cycles, '-O1 -pie'),
  c('cycles-g', cycles, '-O1 -g'),
  c('cycles-dwarf2', cycles, '-O1 -gdwarf-2 -gstrict-dwarf'),
  c('cycles-dwarf4', cycles, '-O1 -gdwarf-4'),
  c('cycles-compressed-debug', cycles, '-O1 -g -gz'),
  c('cycles-static', cycles, '-O1 -static'),
  c('cycles-static-g', cycles, '-O1 -g -static'),
  c('cycles-m32', cycles, '-O1 -g -m32'),
  c('cycles-stripdebug', cycles, '-O1 -g', ['strip --strip-debug program']),
  c('cycles-stripped', cycles, '-O1', ['strip -s program']),
  c('threads', threads, '-O1 -g'),
  c('many-2000', manyFunctions(2000), '-O0'),
  c('empty', 'int main(void) { return 0; }', '-O0 -g'),
  { ...c('no-calls', cycles, '-O1'), build: ['gcc -c -O1 main.c', 'gcc -pg main.o -o program'] },
  {
    ...c('sum', cycles, '-O1 -g'),
    runs: ['GMON_OUT_PREFIX=run ./program', 'GMON_OUT_PREFIX=run ./program', 'GMON_OUT_PREFIX=run ./program'],
  },
  twoFiles('statics-O0', '-O0 -g'),
  twoFiles('statics-O2', '-O2 -g'),
  twoFiles('statics-lto', '-O2 -g -flto'),
  twoFiles('statics-clang', '-O1 -g', 'clang'),
  cxx('templates-O0', '-O0 -g'),
  cxx('templates-O2', '-O2'),
  cxx('templates-static', '-O1 -static'),
  cxx('templates-clang', '-O1 -g', 'clang++'),
  {
    name: 'fortran',
    files: { 'main.f90': fortran },
    build: ['gfortran -O1 -g -pg main.f90 -o program'],
    runs: ['./program'],
  },
]
