import { randomNumbers } from '../src/randomNumbers.fixture.ts'
import { calleesOf } from './syntheticRun.ts'

/**
 * C source of a program with so many functions, each of which calls so many others once. glibc keeps room for arcs by the
 * length of .text, so functions are set apart.
 */
export function syntheticSource(functions: number, callsEach: number, seed = 1): string {
  const random = randomNumbers(seed)
  const rows = Array.from({ length: functions }, (_, fn) => fn)
  const head = (fn: number) => `${fn % 4 === 3 ? 'static ' : ''}void f${fn}(int depth)`
  const lines = rows.map(fn => `__attribute__((aligned(512))) ${head(fn)};`)
  for (const fn of rows) {
    const calls = [...calleesOf(functions, callsEach, random)].map(callee => `f${callee}(0);`)
    lines.push(`${head(fn)} { if (depth) { ${calls.join(' ')} } }`)
  }
  const spin = 'for (volatile int i = 0; i < 100000000; i++);'
  lines.push(`int main(void) { ${rows.map(fn => `f${fn}(1);`).join(' ')} ${spin} return 0; }`)
  return `${lines.join('\n')}\n`
}
