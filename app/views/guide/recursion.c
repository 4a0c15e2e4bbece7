#include <stdio.h>

/* Two callers of one recursive function: what gprof makes of that. */

static long __attribute__((noinline)) fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

static long __attribute__((noinline)) ack(long m, long n) {
  if (m == 0) return n + 1;
  if (n == 0) return ack(m - 1, 1);
  return ack(m - 1, ack(m, n - 1));
}

static long __attribute__((noinline)) often(void) {
  long sum = 0;
  for (int i = 0; i < 30; i++) sum += fib(20);
  return sum;
}

static long __attribute__((noinline)) seldom(void) {
  long sum = 0;
  for (int i = 0; i < 10; i++) sum += fib(35);
  return sum;
}

int main(void) {
  long sum = often() + seldom();
  for (int i = 0; i < 12; i++) sum += ack(2, 4000);
  printf("%ld\n", sum);
  return 0;
}
