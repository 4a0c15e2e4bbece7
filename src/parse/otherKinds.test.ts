import { describe, expect, test } from 'vitest'
import { refusal } from './otherKinds.ts'

const sentenceFor = (contents: string | number[]) => {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : Uint8Array.from(contents)
  const { code, message } = refusal('x', bytes)
  return `${code}: ${message}`
}
const ascii = (text: string) => Array.from(text, letter => letter.charCodeAt(0))

describe('a file that holds no listing is named, with what to do next', () => {
  test.each<[RegExp, string | number[]]>([
    [
      /annotated source \(-A\).*run gprof without -A/,
      '*** File /src/a.c:\n                int x;\n          12 -> int f(void) {\n\n\nTop 10 Lines:\n\n     Line      Count\n',
    ],
    [/annotated source/, '*** File a.c:\n       ##### -> int f(void) {\n'],
    [/execution counts \(-C\).*without -C/, '/src/a.c:4: (f:0x4011b6) 192000 executions\n'],
    [/summary of the records.*\(-i\).*without -i/, "File `gmon.out' (version 1) contains:\n\t1 histogram record\n"],
    [/names, one in each line.*\(-r, -R\)/, 'f\ng\nh\n_init\n_start\nmain\n_fini\netext\n'],
    [/gprof says when it fails/, 'gmon.out: No such file or directory\n'],
    [/gprof says when it fails/, "gprof: file `a.out' has no symbols\n"],
    [/output of perf report.*perf script/, '# Samples: 4  of event ' + "'cpu-clock'\n#\n"],
    [/output of perf stat/, "\n Performance counter stats for './t':\n"],
    [/output of perf script/, 'sleep 4711 91234.567890:     250000 cycles:\n\tffffffff8104f45a write\n'],
    [/data of perf record.*perf script/, 'PERFILE2h'],
    [/callgrind.*KCachegrind/, '# callgrind format\nversion: 1\nevents: Ir\n'],
    [/cachegrind.*KCachegrind/, 'desc: I1 cache: 32768 B\ncmd: ./t\nevents: Ir I1mr\n'],
    [/callgrind_annotate/, "-----\nProfile data file 'cg.out'\n"],
    [/output of valgrind/, '==1234== Memcheck, a memory error detector\n'],
    [/output of gcov.*build with -pg/, '        -:    0:Source:a.c\n'],
    [/data of gcov.*build with -pg/, 'adcg*33B'],
    [/folded stacks.*speedscope/, 'main;f;std::less<int> x 12\nmain;g 3\n'],
    [/profile of pprof/, [10, 4, 8, 1, 16, 2, 10, 4]],
    [/gperftools/, [0, 3, 0, 10_000, 0].flatMap(word => [word & 255, word >> 8, 0, 0, 0, 0, 0, 0])],
    [/gperftools/, [0, 3, 0, 10_000, 0].flatMap(word => [word & 255, word >> 8, 0, 0])],
    [/speedscope opens it/, '{"$schema": "https://www.speedscope.app/file-format-schema.json"}'],
    [/trace of Chrome/, '{"traceEvents":[{"ph":"X"}]}'],
    [/trace of Chrome/, '[{"name":"f","ph":"X"}]'],
    [/JSON document/, '{"a": 1}'],
    [/ZIP archive.*Unpack it/, [...ascii('PK'), 3, 4]],
    [/7z archive.*Unpack it/, [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c]],
    [/tar archive.*Unpack it/, `${'a'.repeat(257)}ustar`],
    [/PDF document.*copy its text and paste/, '%PDF-1.7'],
    [/picture in SVG/, '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x">\n<svg width="1"></svg>'],
    [/web archive.*Save the page as HTML/, 'From: <Saved by X>\nContent-Type: multipart/related;\n'],
    [/web page.*copy that and paste it/, '<!doctype html><html><body>hello'],
    [/source code/, '/* a.c */\n#include <stdio.h>\nint main() {}\n'],
    [/list of symbols/, '0000000000401176 T main\n                 U puts\n'],
  ])('%s', (sentence, contents) => {
    expect(sentenceFor(contents)).toMatch(/^not-gprof: /)
    expect(sentenceFor(contents)).toMatch(sentence)
  })
})

test('other text is not named', () => {
  for (const text of ['Dear diary,\nnothing was fast today.\n', 'main\nf\n', '* a\n* b\n'])
    expect(sentenceFor(text)).toMatch(/^not-understood: “x” is text/)
})
