// The texts of the oracle's programs: small ones, each with something that a report may get wrong.

export const cycles = `
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

export const statics = [
  `static volatile long s; static __attribute__((noinline)) void work(int n) { for (int i = 0; i < n; i++) s += i; }
int other(void); int main(void) { for (int i = 0; i < 200; i++) { work(100000); other(); } return 0; }`,
  `static volatile long s; static __attribute__((noinline)) void work(int n) { for (int i = 0; i < n; i++) s -= i; }
int other(void) { work(200000); return 0; }`,
]

export const templates = `
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

export const fortran = `
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

export const threads = `
#include <pthread.h>
static volatile long s; static __attribute__((noinline)) void work(void) { for (int i = 0; i < 3000000; i++) s += i; }
static void *start(void *x) { for (int i = 0; i < 5; i++) work(); return x; }
int main(void) { pthread_t t[3]; for (int i = 0; i < 3; i++) pthread_create(t + i, 0, start, 0); for (int i = 0; i < 3; i++) pthread_join(t[i], 0); return 0; }
`

/** Many functions in a random-looking graph: each calls a few of those behind it, and some call back. */
export function manyFunctions(functions: number): string {
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

/** Clones with names of their own, GCC's nested functions, aliases, versions, an indirect function, labels in assembly. */
export const oddSymbols = [
  `
#include <stdio.h>
#include <stdlib.h>
struct big { int a[64]; int n; };
long other(long); long inAssembly(long);
volatile long sink;
static struct big pool[50];
static __attribute__((noinline)) int pick(struct big *b, int i, int unused) { return b->a[i & 63] ^ b->n; }
static __attribute__((noinline)) int mix(struct big *b, int mode) { int s = 0; for (int i = 0; i < 64; i++) s += mode ? pick(b, i, 1) : pick(b, i + 1, 1); return s; }
static __attribute__((noinline)) long node(int d, int z, int k) { return d <= 0 ? z + k : node(d - 1, z + 1, k) + node(d - 2, z, k); }
static __attribute__((noinline)) double part(struct big *b, int from, int to, int flag) {
  double s = 0;
  for (int i = from; i < to; i++) { if (__builtin_expect(b->a[i] < 0, 0)) { fprintf(stderr, "neg %d", b->a[i]); s -= 1; if (b->n < 0) printf("x%d", flag); } s += b->a[i] * 1.5; }
  return s + flag;
}
__attribute__((cold, noinline)) static void fail(const char *m) { puts(m); exit(1); }
static __attribute__((noinline)) long helper(long n) { long s = 0; for (long i = 0; i < n; i++) { s += i ^ n; sink = s; } return s; }
__attribute__((noinline, weak)) long weakly(long n) { return helper(n) + 3; }
long aliased(long n) __attribute__((alias("weakly")));
long _under(long n) __attribute__((alias("over")));
long __twice(long n) __attribute__((alias("over")));
__attribute__((noinline)) long over(long n) { return helper(n) + 5; }
__attribute__((noinline)) long first(long n) { return helper(n) + 7; }
static long slow(long n) { return helper(2 * n); }
static long fast(long n) { return helper(n); }
static long (*choose(void))(long) { return sink > 1 ? slow : fast; }
long chosen(long) __attribute__((ifunc("choose")));
static int compare(const void *a, const void *b) { sink += helper(20); return *(const int *)a - *(const int *)b; }
int main(void) {
  long acc = 0;
  NESTED
  for (int i = 0; i < 50; i++) { pool[i].n = i; for (int j = 0; j < 64; j++) pool[i].a[j] = i * j; }
  for (int r = 0; r < 200; r++) for (int i = 0; i < 50; i++) { acc += mix(&pool[i], r & 1); acc += part(&pool[i], r & 1 ? 0 : 8, 32, 1); if (acc == 77) fail("77"); }
  acc += node(18, 0, 3) + node(17, 1, 3);
  for (int i = 0; i < 500; i++) { acc += other(1000) + weakly(500) + aliased(100) + over(100) + _under(50) + __twice(60) + first(20) + chosen(300) + inAssembly(7); CALLS }
  qsort(pool[1].a, 64, sizeof(int), compare);
  printf("%ld", acc);
  return 0;
}
`,
  `
extern volatile long sink;
static __attribute__((noinline)) long helper(long n) { long s = 1; for (long i = 1; i < n; i++) { s = s * 31 + i; sink = s; } return s; }
static __attribute__((noinline)) long init(long n) { return helper(n) - helper(n / 4); }
long other(long n) { return init(n); }
__asm__(".text\\n.globl inAssembly\\n.type inAssembly,@function\\ninAssembly:\\n mov $2000,%ecx\\n.Lloop$x:\\nloop_label:\\n dec %ecx\\n jnz .Lloop$x\\nlocal_label:\\n ret\\n.size inAssembly,.-inAssembly\\n.globl global_label\\nglobal_label:\\n nop\\n ret\\n");
`,
]

/** GCC's functions in functions, which clang does not know. */
export const withNested = (text: string): string =>
  text
    .replace(
      'NESTED',
      '__attribute__((noinline)) long inner(long n) { return helper(n + 1) + acc; }\n  auto long deep(long); __attribute__((noinline)) long deep(long m) { return m < 1 ? acc : inner(m) + deep(m - 1); }',
    )
    .replace('CALLS', 'if (i % 10 == 0) acc += deep(20);')
export const withoutNested = (text: string): string => text.replace('NESTED', '').replace('CALLS', '')

/** Small functions on few lines, inlined into one another: line tables with many rows to the address. */
export const inlined = `
#include <stdio.h>
static volatile unsigned long sink;
static inline __attribute__((always_inline)) void one(long n) { for (long i = 0; i < n; i++) sink += i; }
static inline __attribute__((always_inline)) void two(long n) { one(n); one(n / 2); }
#define BOTH(n) do { one(n); two(n); } while (0)
int f(int n) { two(n); return n; } int g(int n) { return f(n) + f(n + 1); }
#line 1 "generated.y"
int h(int n) { BOTH(n); return g(n); }
#line 40 "main.c"
static int again(int n) { return n < 1 ? 0 : h(n) + again(n - 1); }
int main(void) { for (int i = 0; i < 300; i++) { BOTH(1000); again(30); } return printf("%d", (int)(sink & 1)) > 5; }
`

/** What later dialects of C++ mangle: constraints, auto parameters, packs, function pointers, operators, conversions. */
export const overloads = `
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>
static volatile long sink;
template <class T> struct Vec { T x, y; Vec operator+(Vec o) const { return {T(x + o.x), T(y + o.y)}; } Vec &operator++() { ++x; return *this; } Vec operator++(int) { Vec v = *this; ++x; return v; } T operator[](int i) const & { return i ? y : x; } T operator[](int i) && { return i ? x : y; } explicit operator T() const { return x; } bool operator<(Vec const &o) const { return x < o.x; } T operator()(T a, T b) const volatile noexcept { return a + b; } friend bool operator==(Vec const &a, Vec const &b) { return a.x == b.x; } };
template <class... T> struct Tuple { template <std::size_t... I> static long sum(std::tuple<T...> const &t, std::index_sequence<I...>) { return (0 + ... + long(std::get<I>(t))); } };
template <template <class...> class C, class T> long fill(C<T> &c, T v) { c.push_back(v); return long(c.size()); }
template <int N> long fibonacci() { if constexpr (N < 2) return N; else return fibonacci<N - 1>() + fibonacci<N - 2>(); }
template <class R, class... A> R invoke(R (*f)(A...), A... a) { return f(a...); }
template <class T, long (T::*M)(long)> long member(T &t, long n) { return (t.*M)(n); }
template <auto V> auto constant() { return V; }
enum class Colour { red, green };
template <Colour C> long paint() { return long(C); }
struct Base { virtual ~Base() {} virtual long run(long n) = 0; long twice(long n) { return 2 * run(n); } };
struct Left : virtual Base { long run(long n) override { return n + 1; } };
struct Right : virtual Base { long run(long n) override { return n + 2; } };
struct Both final : Left, Right { long run(long n) override { return Left::run(n) + Right::run(n); } };
namespace { template <class T> struct Anonymous { T t; static long count; long work(T (&&array)[4]) { return long(array[0]) + count++; } }; template <class T> long Anonymous<T>::count = 0; }
inline namespace v2 { long versioned(std::string_view s, std::initializer_list<std::pair<int, const char *>> l) { return long(s.size() + l.size()); } }
extern "C" long plain(long n) { return n; }
static long over(long n) { return n; } static long over(double n) { return long(n); } static long over(const char *, ...) { return 3; } static long over(long (*f)(long), std::nullptr_t) { return f(1); } static long over(int Vec<int>::*p, Vec<int> const &v) { return v.*p; }
static std::function<long(long)> maker(long k) { return [k, n = 0L](long x) mutable { n += [&](auto y) { return y + k; }(x); return n; }; }
int main(int argc, char **argv) {
  long total = 0; std::vector<long> numbers; std::vector<std::string> words; Both both; auto made = maker(3);
  for (int i = 0; i < 30000; i++) {
    Vec<int> a{i, 1}, b{2, i}; Vec<double> d{1.5, double(i)};
    total += (a + b)[0] + (++a)[1] + (a++)[0] + int(a) + (a < b) + (a == b) + long(d(1, 2)) + long(std::move(d)[1]);
    total += Tuple<int, char, long>::sum({i, 'a', 3L}, std::make_index_sequence<3>{}) + fill(numbers, long(i)) + fill(words, std::string("w"));
    total += fibonacci<6>() + invoke(plain, long(i)) + member<Both, &Both::run>(both, i) + both.twice(i) + constant<7>() + constant<'x'>() + paint<Colour::green>();
    total += Anonymous<short>().work({1, 2, 3, 4}) + versioned("text", {{1, "a"}}) + over(1L) + over(2.0) + over("%d", 1) + over(plain, nullptr) + over(&Vec<int>::x, a) + made(i);
    try { if (i % 3000 == 0) throw std::runtime_error("x" + std::to_string(i)); } catch (std::exception const &e) { total += e.what()[0]; }
    sink += total;
  }
  return argc > 5 && argv[0][0] == 'x';
}
`

/** A little of C++ that stays a small program: templates, overloads, lambdas, members, names without linkage. */
export const lambdas = `
static volatile long sink;
namespace shapes {
template <class T, int N> struct Box { T v[N]; T sum() const { T s{}; for (int i = 0; i < N; i++) s += v[i]; return s; } explicit operator bool() const { return sum() > 0; } T operator()(T a, T b) const { return a * b; } Box &operator++() { ++v[0]; return *this; } };
}
namespace { struct Hidden { long operator()(long x) const { return x * 3; } }; }
template <class F> static long apply(F f, long n) { long s = 0; for (long i = 0; i < n; i++) s += f(i); return s; }
template <class... A> int count(A... a) { return (0 + ... + int(sizeof(a))); }
static void over(long n) { sink += n; } static void over(const char *, char) { sink += 2; } static void over(long (*f)(long), int (&three)[3]) { sink += f(three[0]); }
int main() {
  shapes::Box<int, 5> box{{1, 2, 3, 4, 5}}; shapes::Box<double, 2> pair{{0.5, 1.5}};
  int three[3] = {1, 2, 3};
  for (int i = 0; i < 3000; i++) {
    long k = i; over(k); over("x", 'y'); over([](long n) { return n + 1; }, three);
    sink += apply(Hidden{}, 1000) + apply([&](long x) { return x ^ k; }, 2000) + count(1, 2.0, "z") + (++box).sum() + box(2, 3) + long(pair.sum()) + bool(pair);
    auto twice = [k](auto f) { return f(k) + f(k + 1); }; sink += twice([](long n) { return apply(Hidden{}, n % 100); });
  }
  return 0;
}
`

/** Coroutines, concepts, spaceships. */
export const modern = `
#include <compare>
#include <concepts>
#include <coroutine>
struct Task { struct promise_type { long value = 0; Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; } std::suspend_always initial_suspend() noexcept { return {}; } std::suspend_always final_suspend() noexcept { return {}; } std::suspend_always yield_value(long v) { value = v; return {}; } void return_void() {} void unhandled_exception() {} }; std::coroutine_handle<promise_type> handle; };
Task numbers(long n) { for (long i = 0; i < n; i++) co_yield i; }
template <class T> concept Number = std::integral<T> || std::floating_point<T>;
template <Number T> T twice(T n) requires(sizeof(T) > 1) { return n + n; }
auto sum(Number auto a, Number auto b) { return a + b; }
struct Point { int x, y; auto operator<=>(Point const &) const = default; };
template <Point P> int valueOf() { return P.x; }
int main() { auto task = numbers(200000); long s = 0; while (task.handle.resume(), !task.handle.done()) { s += twice(task.handle.promise().value) + sum(1, 2.5) + (Point{1, 2} < Point{int(s), 2}) + valueOf<Point{3, 4}>(); } task.handle.destroy(); auto generic = []<class T>(T t) { return t; }; return int(generic(s) == 3); }
`

export const fortranModules = `
module solver
  implicit none
  type :: grid
    real(8), allocatable :: a(:,:)
  contains
    procedure :: relax
    procedure :: norm => grid_norm
  end type
  interface scale
    module procedure scale_real, scale_int
  end interface
contains
  subroutine relax(this, n)
    class(grid), intent(inout) :: this
    integer, intent(in) :: n
    integer :: i, j, k
    do k = 1, n
      do j = 2, size(this%a, 2) - 1
        do i = 2, size(this%a, 1) - 1
          this%a(i, j) = mean(this%a(i-1, j), this%a(i+1, j))
        end do
      end do
    end do
  contains
    real(8) function mean(x, y)
      real(8), intent(in) :: x, y
      mean = 0.5d0 * (x + y)
    end function
  end subroutine
  real(8) function grid_norm(this)
    class(grid), intent(in) :: this
    grid_norm = sum(abs(this%a))
  end function
  subroutine scale_real(x)
    real(8), intent(inout) :: x
    x = x * 1.0001d0
  end subroutine
  subroutine scale_int(x)
    integer, intent(inout) :: x
    x = x * 2
  end subroutine
  recursive integer function ack(m, n) result(r)
    integer, intent(in) :: m, n
    if (m == 0) then
      r = n + 1
    else if (n == 0) then
      r = ack(m - 1, 1)
    else
      r = ack(m - 1, ack(m, n - 1))
    end if
  end function
end module
block data init
  integer :: common_n
  common /shared/ common_n
  data common_n /3/
end block data
program main
  use solver
  implicit none
  integer :: common_n, k
  real(8) :: s
  common /shared/ common_n
  type(grid) :: g
  allocate(g%a(200, 200))
  g%a = 1.0d0
  s = 0
  call g%relax(20)
  do k = 1, 100000
    call scale(s)
    call scale(common_n)
  end do
  print *, g%norm() + s, ack(2, 300), external_one(4)
contains
  integer function external_one(n)
    integer, intent(in) :: n
    external_one = n + 1
  end function
end program
`

/** Children that profile themselves, each into a file of its own. */
export const forks = `
#include <sys/wait.h>
#include <unistd.h>
static volatile long s;
static __attribute__((noinline)) void work(long n) { for (long i = 0; i < n; i++) s += i; }
static __attribute__((noinline)) void parent(void) { work(9000000); }
static __attribute__((noinline)) void child(int k) { for (int i = 0; i <= k; i++) work(5000000); }
int main(void) { for (int k = 0; k < 3; k++) if (fork() == 0) { child(k); return 0; } parent(); while (wait(0) > 0); return 0; }
`

export const openmp = `
static volatile long s;
static __attribute__((noinline)) long work(long n) { long t = 0; for (long i = 0; i < n; i++) t += i ^ n; return t; }
int main(void) { long t = 0; for (int r = 0; r < 20; r++) {
#pragma omp parallel for reduction(+ : t)
  for (int i = 0; i < 40; i++) t += work(50000);
  } s = t; return 0; }
`

/** A program without a C library, so that it can be built for any machine, and a profile be invented for it. */
export const freestanding = `
static volatile long s;
__attribute__((noinline)) void burn(long n) { for (long i = 0; i < n; i++) s += i * i; }
int odd(int);
__attribute__((noinline)) int even(int n) { burn(40); return n == 0 ? 1 : odd(n - 1); }
__attribute__((noinline)) int odd(int n) { burn(60); return n == 0 ? 0 : even(n - 1); }
static __attribute__((noinline)) int fact(int n) { burn(n); return n < 2 ? 1 : n * fact(n - 1); }
static __attribute__((noinline)) int callee(int n) { burn(n); return n * 2; }
__attribute__((noinline)) int caller(int n) { return callee(n) + callee(n + 1) + fact(n); }
__attribute__((weak)) int weakly(int n) { return caller(n); }
int alias(int n) __attribute__((alias("weakly")));
int value = 3;
void _start(void) { even(value); caller(value); weakly(value); alias(2); for (;;) burn(1); }
`
