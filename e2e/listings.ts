// Small listings that can be checked by eye, and the ways they reach people: from Windows, gzipped, quoted.

import { gzipSync } from 'node:zlib'
import { type TestFile, textFile } from './viewer.ts'

/** Three functions, one of them spontaneous: main 0.10 s calls work 0.60 s three times; tick 0.30 s is called by nobody known. */
export const small = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total           
 time   seconds   seconds    calls  ms/call  ms/call  name    
 60.00      0.60     0.60        3   200.00   200.00  work
 30.00      0.90     0.30                             tick
 10.00      1.00     0.10                             main

\f
			Call graph


granularity: each sample hit covers 2 byte(s) for 1.00% of 1.00 seconds

index % time    self  children    called     name
                                                 <spontaneous>
[1]     70.0    0.10    0.60                 main [1]
                0.60    0.00       3/3           work [2]
-----------------------------------------------
                0.60    0.00       3/3           main [1]
[2]     60.0    0.60    0.00       3         work [2]
-----------------------------------------------
                                                 <spontaneous>
[3]     30.0    0.30    0.00                 tick [3]
-----------------------------------------------

\f
Index by function name

   [1] main                    [3] tick                    [2] work
`

/** The same program after a change: work is called once, parse is new, tick is gone. */
export const smallLater = small
  .replaceAll('       3/3  ', '       1/1  ')
  .replace('    0.60        3   200.00   200.00  work', '    0.60        1   600.00   600.00  work')
  .replace('0.60    0.00       3         work', '0.60    0.00       1         work')
  .replaceAll('tick', 'parse')

export const windows: TestFile = {
  name: 'from-powershell.txt',
  bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(small.replaceAll('\n', '\r\n'), 'utf16le')]),
}
export const gzipped: TestFile = { name: 'profile.txt.gz', bytes: gzipSync(small) }
export const quoted = textFile(
  'mail.txt',
  `Hello,\n\nthis is what I get:\n\n${small.replaceAll('\f', '').replace(/^/gm, '> ')}\nWhat is wrong?\n`,
)
/** The flat profile alone, its tail cut with dots, and half a call graph: as in a post. */
export const cut = textFile(
  'post.md',
  `We ran it:\n\n\`\`\`\n${small.slice(0, small.indexOf(' 10.00'))} ......\n${small.slice(
    small.indexOf('index % time'),
    small.indexOf('                                                 <spontaneous>\n[3]'),
  )}.....\n\`\`\`\n\nand then int main(void) { return 0; }\n`,
)

export const png: TestFile = {
  name: 'picture.png',
  bytes: Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'),
}
export const executable: TestFile = {
  name: 'a.out',
  bytes: Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)]),
}
/** Header, then an empty histogram: what a program writes that took no sample. */
export const gmonOut: TestFile = {
  name: 'gmon.out',
  bytes: Buffer.concat([Buffer.from('gmon\x01\0\0\0', 'latin1'), Buffer.alloc(12), Buffer.alloc(41)]),
}
export const perfScript = textFile(
  'perf.txt',
  `prog  1234 [000]  5000.123456:     250000 cycles:ppp: \n\t    55d0c0a1149 work+0x19 (/home/me/prog)\n\t    55d0c0a1190 main+0x10 (/home/me/prog)\n\n`,
)
