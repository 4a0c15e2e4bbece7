// Names of every kind that C++ mangles: see names.ts.
#include <compare>
#include <coroutine>
#include <functional>
#include <mutex>
#include <tuple>
#include <utility>
#define KEEP [[gnu::used, gnu::noinline]]

namespace names {
template <class... A> struct Row {};
template <class A, class B> struct Pair {};
template <class T, int N> struct Block {};
enum class Colour { red, green };
struct Point { int x, y; constexpr bool operator==(const Point&) const = default; };
struct Line { const char* name; double width; Point ends[2]; };
struct Shape {
  int sides = 0;
  static int count;
  KEEP int area() const { return sides; }
  template <class T> KEEP int scaled(T by) { return int(sides * by); }
  KEEP friend auto operator<=>(const Shape&, const Shape&) = default;
  KEEP int with(int x = [] { return 3; }()) { return x; }
};
int Shape::count = 0;

// Templates: what their parameters are, and where.
template <class T> KEEP void take(T) {}
template <class T> KEEP void refer(T&) {}
template <class T> KEEP void move(T&&) {}
template <class A, class B> KEEP B& second(A&, B& b) { return b; }
template <class A, class B> KEEP B* pointers(A&&, B& b, const B&) { return &b; }
template <class F, class... A> KEEP auto call(F&& f, A&&... a) -> decltype(f(std::forward<A>(a)...)) {
  return f(std::forward<A>(a)...);
}
template <class... A, class... B> KEEP void zip(Row<A...>, Row<B...>, Row<Pair<A, B>...>) {}
template <class... A> struct Outer {
  template <class... B> KEEP static void each(Row<A, B...>...) {}
  template <class... B> KEEP static void nested(Row<Row<A&&, Row<B&...>>...>, A&&..., B&...) {}
};
template <int N, auto V, bool... Flags> KEEP void numbers() {}
template <Point P> KEEP void point() {}
template <Line L> KEEP void line() {}
template <Colour C> KEEP void colour() {}
template <auto F> KEEP void function() {}
template <int Shape::*M> KEEP void member() {}
template <template <class...> class T, class... A> KEEP void templates(T<A...>, T<A>...) {}
template <auto L = [] { return 1; }> KEEP int defaulted() { return L(); }

// Types that are written around what they declare.
template <class T, int N> KEEP int arrays(T (&)[N], const T (&)[N + 1]) { return N; }
template <class T> KEEP auto functions(T (*)(T, const T&)) -> T (*)(T&&) { return nullptr; }
template <class T> KEEP auto members(int T::*, int (T::*)() const, const int (T::*)[4]) -> void (T::*)() && { return nullptr; }
template <class T> KEEP void exceptions(void (*)(T) noexcept, T (*)() noexcept(sizeof(T) > 1)) {}
KEEP void builtins(_Complex double, __int128, unsigned __int128, __float128, wchar_t, char8_t, char16_t, char32_t,
                   long double, std::nullptr_t, const volatile int* const volatile*, int (*)(int (*)(char)), int (&)[2][3],
                   ...) {}

// Expressions that types depend on.
template <class T> KEEP auto arithmetic(T t) -> decltype(t + t * -t, !t, t ? t : t, sizeof(t), alignof(T), static_cast<long>(t)) { return 0; }
template <class T> KEEP auto objects(T t) -> decltype(T(1), T{1}, new T, new T(2), *&t, t++, --t, (T)t) { return (T)1; }
template <class T> KEEP auto parts(T& t) -> decltype(t.sides, t.area(), t.template scaled<int>(1), (&t)->sides, t.T::sides, T::count) { return T::count; }
template <class... T> KEEP auto sum(T... t) -> decltype((0 + ... + t)) { return (0 + ... + t); }
template <class... T> KEEP auto allTrue(T... t) -> decltype((t && ...)) { return (t && ...); }
template <class... T> KEEP auto sizes(T...) -> Row<int[sizeof...(T) + 1]> { return {}; }
template <class T> KEEP std::enable_if_t<!(sizeof(T) > 2 && std::is_same_v<T, char>), T> enabled(T t) { return t; }
template <class T> requires(sizeof(T) > 1) KEEP T constrained(T t) { return t; }

// Conversions: to a type, to what the operator's own argument says, to a class template.
template <class T> struct Box {
  T value;
  KEEP operator T() { return value; }
  template <class U> KEEP operator U() const { return U(); }
  template <class U> KEEP operator U*() { return nullptr; }
  template <class U> KEEP operator Pair<U, T>() const { return {}; }
  template <class U> KEEP auto get(U u) & { return [u](auto x, T) { return x; }; }
  template <class U> KEEP auto get(U) && noexcept { return [](U&, U&&) { return [](auto&&... q) { return sizeof...(q); }; }; }
};

// Lambdas and classes within functions, whose parameters are those of the functions around them.
template <class T> KEEP void within(T& t) {
  auto outer = [&](T& x, T&&) {
    auto inner = [&](T&, auto&) {
      struct Local { void go(T&) {} } local;
      refer(local);
      move(std::move(local));
      local.go(t);
    };
    refer(inner);
    move(inner);
    second(t, inner);
    pointers(t, inner, inner);
    inner(x, inner);
  };
  refer(outer);
  move(std::move(outer));
  outer(t, std::move(t));
  second(t, outer);
  second(outer, outer);
  pointers(outer, outer, outer);
  struct Local { T& r; KEEP Local& operator()(Local& l, T&) { refer(l); return *this; } } local{t};
  refer(local);
  local(local, t);
  second(local, outer);
}
template <class T> KEEP T& statics() {
  static T several[3];
  struct Guard { int v; ~Guard() {} };
  static Guard first{1}, second{2};
  static const T& kept = T(3);
  return several[kept ? 0 : 1];
}
template <class T> thread_local T perThread = T();
inline auto generic = [](auto a, auto...) {
  struct Inside { KEEP void f(decltype(a)&) {} };
  Inside().f(a);
  auto k = [](auto&, decltype(a)&) {};
  refer(k);
  k(a, a);
};
static auto [left, right] = std::pair<int, double>(1, 2);

// Constructors, inherited ones too.
struct Base {
  template <class T> KEEP Base(T, int) {}
  KEEP Base(char) {}
  KEEP virtual ~Base() {}
  KEEP virtual Base* same() { return this; }
};
struct Middle : virtual Base {
  using Base::Base;
  Middle() : Base('c') {}
  KEEP Middle* same() override { return this; }
};
template <class T> struct Inherits : T { using T::T; };
template <class... B> struct Overloads : B... { using B::operator()...; };
template <class... B> Overloads(B...) -> Overloads<B...>;
struct [[gnu::abi_tag("tag")]] Tagged { template <class T> KEEP Tagged(T) {} template <class T> KEEP T get() { return T(); } };

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
template <class T> KEEP Task coroutine(T& t) {
  co_await std::suspend_never{};
  auto l = [&](T& x) { return x; };
  refer(l);
  l(t);
}
KEEP long operator""_km(unsigned long long x) { return long(x); }
template <char...> KEEP int operator""_text() { return 0; }
namespace { template <class T> KEEP void hidden(T) {} struct Secret {}; }

KEEP int all() {
  int i = 1;
  double d = 2;
  Shape s;
  within(i);
  within(s.sides);
  auto plain = [](int&) {};
  within(plain);
  auto own = [&](auto& self, auto&& x) {
    refer(self);
    move(x);
    auto y = [&](decltype(self), auto) { return 1; };
    move(y);
    y(self, y);
  };
  own(plain, 5);
  own(i, plain);
  auto declares = []<class T, int N>(Block<T, N> a, auto b) { refer(a); refer(b); };
  int three[3] = {};
  const int four[4] = {};
  declares(Block<int, 3>(), 2.5);
  refer(declares);
  auto packs = []<class... T>(Row<T...>, T&&...) {
    auto k = []<template <class> class X, class V>(X<V>) {};
    refer(k);
    return k;
  };
  refer(packs);
  packs(Row<int, char>(), 1, 'c');
  second(i, own);
  second(own, i);
  second(declares, packs);
  pointers(packs, own, own);
  zip(Row<int, char>(), Row<short, long>(), Row<Pair<int, short>, Pair<char, long>>());
  Outer<int, char>::each<Shape, Colour>({}, {});
  Outer<>::each<Shape>();
  Outer<int>::each<>({});
  Outer<int, char>::nested<Shape, Colour>({}, 1, 'c', s, *(Colour*)nullptr);
  numbers<3, 'c', true, false>();
  numbers<-1, 5ul>();
  numbers<2, nullptr>();
  numbers<2, Colour::green>();
  numbers<0, &Shape::count>();
  numbers<0, &Shape::area>();
  numbers<0, &Shape::sides>();
  point<Point{1, -2}>();
  point<Point{}>();
  line<Line{nullptr, 1.5, {{1, 2}, {3}}}>();
  colour<Colour::green>();
  function<&call<decltype(plain)&, int&>>();
  function<[](int) {}>();
  function<Point{3, 4}>();
  member<&Shape::sides>();
  templates(Row<int, char>(), Row<int>(), Row<char>());
  defaulted();
  defaulted<[](auto...) { return 1; }>();
  arrays(three, four);
  functions<int>(nullptr);
  members<Shape>(nullptr, nullptr, nullptr);
  exceptions<int>(nullptr, nullptr);
  arithmetic(1);
  objects(1);
  parts(s);
  sum(1, 2.0);
  sum();
  allTrue(true, false);
  sizes(1, 2, 3);
  enabled(1L);
  constrained(1);
  Box<int> box{1};
  (void)(double)box;
  (void)box.operator int();
  float* fp = box;
  void (*vf)(int) = box;
  (void)(Pair<char, int>)box;
  auto gets = box.get(3.5);
  gets(i, 1);
  gets(gets, 1);
  auto got = Box<char>{}.get(s);
  got(s, Shape())(1, 2, "x");
  call([](int a, auto&) { return a; }, 1, d);
  call([&](auto&&...) -> decltype(auto) { return (i); }, i, d, s);
  statics<int>() += perThread<int>++;
  generic(1, 2, 3);
  generic('c', s);
  Middle middle(1.5, 2);
  Inherits<Base> one(2.5, 2), two('c');
  Inherits<Inherits<Middle>> four4(1.f, 3);
  Overloads both{[](int) { return 1; }, [](auto&) { return 2; }};
  both(s);
  refer(both);
  Tagged(1).get<long>();
  coroutine(i);
  std::function<int(int&, Shape&&)> f = [&](int& a, Shape&&) { return a; };
  f = std::bind([](auto&&...) { return 1; }, 1, std::placeholders::_1);
  std::once_flag once;
  std::call_once(once, [&](int&) {}, i);
  std::apply([](auto... x) { return (x + ... + 0); }, std::tuple(1, 2));
  hidden(Secret());
  hidden([](Secret&) {});
  return int(1_km + 123_text + s.with() + (fp != nullptr) + (vf != nullptr) + left + (s < s));
}
}

int main() { return names::all(); }
