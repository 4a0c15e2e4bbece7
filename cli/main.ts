// The command line: a second, small front on the library that the page uses.

import { formats } from '../src/index.ts'
import { convert } from './convert.ts'
import { report } from './report.ts'

const usage = `Usage: npm run --silent arcflame -- convert --to FORMAT FILE
       npm run --silent arcflame -- report [-b] [-p] [-q] [-z] [-s] [--no-demangle] PROGRAM [GMON...]

convert reads a profile as the page does and writes it to standard output; what the format cannot hold, it says on
standard error.

  FILE    a listing printed by gprof, in whole or in part, packed with gzip or not; - is standard input
  FORMAT  one of

${formats.map(({ name, holds, readers }) => `  ${name.padEnd(12)}${holds}\n${' '.repeat(14)}For ${readers}.\n`).join('')}
Of JSON: times are in the listing's unit (seconds, if it does not say otherwise), null where the listing leaves a blank or
has a hole. Arcs name caller and callee by row of functions, counted from 0; the caller -1 is spontaneous. The cycle of a
function is gprof's number N of <cycle N>, or null; members of a cycle are rows of functions.
A file that holds several listings becomes a JSON array of such objects, a table with a first column "profile", paths
that begin with the title of each, samples labelled with it, parts of a Callgrind file, or several reports, graphs or
profiles one after the other.
report prints what GNU gprof prints for a program built with -pg and the gmon.out files of its runs (gmon.out, if none
is given; several are added up):

  -b              without the explanations
  -p, -q          the flat profile only, the call graph only
  -z              with functions that were never called and took no time
  -s              writes the sum of the files to gmon.sum, and prints only what -p and -q ask for: by source line
  --no-demangle   names as in the symbol table

Where nothing can be read, the reason is one sentence on standard error, and the exit status is 1.
`

const [command, ...rest] = process.argv.slice(2)

// Whoever reads from us, such as head, may have enough before the end.
process.stdout.on('error', error => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
})

if (command === 'convert') process.exitCode = await convert(rest)
else if (command === 'report') process.exitCode = await report(rest)
else if (command === '--help' || command === '-h' || command === 'help') process.stdout.write(usage)
else {
  process.stderr.write(command === undefined ? usage : `arcflame: there is no command “${command}”.\n\n${usage}`)
  process.exitCode = 1
}
