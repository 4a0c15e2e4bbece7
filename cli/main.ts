// The command line: a second, small front on the library that the page uses.

import { dirname, join } from 'node:path'
import { formats } from '../src/index.ts'
import { compare } from './compare.ts'
import { convert } from './convert.ts'
import { open } from './open/open.ts'
import { report } from './report.ts'
import { trend } from './trend.ts'

const synopsis = `Usage: npm run --silent arcflame -- open [--no-browser] FILE...
       npm run --silent arcflame -- open --html OUT FILE...
       npm run --silent arcflame -- convert --to FORMAT [--processes] [--process NAME] [--mean] FILE...
       npm run --silent arcflame -- report [-b] [-p] [-q] [-z] [-s] [--no-demangle] PROGRAM [GMON...]
       npm run --silent arcflame -- compare [--by time|share|call] [--all] [--fail-on 5%] [--program PROGRAM] BEFORE AFTER
       npm run --silent arcflame -- compare [...] [--each] BEFORE... -- AFTER...
       npm run --silent arcflame -- trend [--by time|share|call] [--order name|date|given] [--all] [--each] [--program PROGRAM] FILE...
`

const usage = `${synopsis}
convert reads a profile as the page does and writes it to standard output; what the format cannot hold, it says on
standard error.

  FILE    a listing printed by gprof, in whole or in part, packed with gzip or not; - is standard input;
          or an executable and its gmon.out files; or a folder, a tar (packed with gzip or not) or a zip of these
  FORMAT  one of

${formats.map(({ name, holds, readers }) => `  ${name.padEnd(12)}${holds}\n${' '.repeat(14)}For ${readers}.\n`).join('')}
Of JSON: times are in the listing's unit (seconds, if it does not say otherwise), null where the listing leaves a blank or
has a hole. Arcs name caller and callee by row of functions, counted from 0; the caller -1 is spontaneous. The cycle of a
function is gprof's number N of <cycle N>, or null; members of a cycle are rows of functions.
Of a program with many processes, one file each, the profile is that of their sum, and:

  --processes     makes a table of them instead, csv or json: title, samples, calls, how odd, self times by function
  --process NAME  takes these processes only, called by what their paths differ in: a PID or a rank
  --mean          takes the mean in place of the sum

A file that holds several listings becomes a JSON array of such objects, a table with a first column "profile", paths
that begin with the title of each, samples labelled with it, parts of a Callgrind file, or several reports, graphs or
profiles one after the other.

open shows files in the browser: a listing, a gmon.out and its executable, or a folder or an archive of these. It serves the page at an address of this machine
that cannot be guessed, until Ctrl-C or the end of the terminal.

  --no-browser    only prints the address
  --html OUT      writes one HTML file instead, with the viewer and the profile in it, that opens without any of this

report prints what GNU gprof prints for a program built with -pg and the gmon.out files of its runs (gmon.out, if none
is given; several are added up; a folder or an archive stands for all that are in it):

  -b              without the explanations
  -p, -q          the flat profile only, the call graph only
  -z              with functions that were never called and took no time
  -s              writes the sum of the files to gmon.sum, and prints only what -p and -q ask for: by source line
  --no-demangle   names as in the symbol table

compare tells what changed in the self times of two profiles, surest first, and what chance alone would bring about as well:
samples are counts, and counts of runs that are the same differ (exact tests; over all functions, one in twenty of the
changes told is to be expected false). Several runs on a side, before and after with -- between them, tell by themselves how
much runs differ: means are compared, and noise is what that spread brings about (Welch's t test), or chance.

  --by         what figures are compared by: time, share of all time, or time for each call
  --all        with what may be noise
  --fail-on    exit status 1 if the program, or one function, surely takes so much of the time before longer
  --program    the executable, where BEFORE and AFTER are gmon.out files
  --each       each profile in a folder or an archive is a run by itself; otherwise their sum is one

trend follows functions over three runs or more: which moved by more than the chance of sampling, by how much, and with which run.

  --order      of the files: by name, 9 before 10; by date; or as they are given
  --by, --all, --program, --each   as of compare

Where nothing can be read, the reason is one sentence on standard error, and the exit status is 1 (of compare: 2).
`

const [command, ...rest] = process.argv.slice(2)

// Whoever reads from us, such as head, may have enough before the end.
process.stdout.on('error', error => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
})

const end = rest.indexOf('--')
const asksHelp = (end < 0 ? rest : rest.slice(0, end)).some(argument => argument === '--help' || argument === '-h')

if (asksHelp || command === '--help' || command === '-h' || command === 'help') process.stdout.write(usage)
else if (command === 'convert') process.exitCode = await convert(rest)
else if (command === 'open') process.exitCode = await open(rest, join(dirname(process.argv[1]), '../dist'))
else if (command === 'compare') process.exitCode = await compare(rest)
else if (command === 'trend') process.exitCode = await trend(rest)
else if (command === 'report') process.exitCode = await report(rest)
else {
  process.stderr.write(command === undefined ? usage : `arcflame: there is no command “${command}”.\n\n${synopsis}`)
  process.exitCode = 1
}
