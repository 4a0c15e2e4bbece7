// The words for what cannot be read differ, but the reason may not. Each kind of refusal with the words of both.

const kinds: [kind: string, gprof: RegExp, arcflame: RegExp][] = [
  ['no such file', /No such file/, /There is no file/],
  ['a folder', /Is a directory|No such file|file too short/, /is a folder|no gmon\.out in/],
  ['no permission', /Permission denied/, /permission/],
  ['too short for a header', /file too short/, /its header alone has|gmon\.out is empty/],
  ['cut', /unexpected (end of file|EOF)/, /in the middle of/],
  ['version', /unsupported version/, /has version|sprof/],
  ['bad record', /found bad tag/, /records begin with/],
  [
    'of another machine',
    /found bad tag|out of memory|unexpected (end of file|EOF)|unsupported version|different scales/,
    /other order|was written by a/,
  ],
  [
    'not a gmon.out',
    /does not appear to be|out of memory|unexpected EOF after reading \d+\/\d+ bins/,
    /not a gmon\.out/,
  ],
  [
    'histograms differ',
    /different scales|overlapping|dimension (unit|abbreviation)|incompatible/,
    /left out of the sum|cannot be added/,
  ],
  ['no histogram', /missing histogram/, /no histogram/],
  ['no arcs', /missing call-graph/, /no arcs/],
  ['no symbols', /has no symbols/, /no symbol|was stripped/i],
  [
    'not an executable',
    /not in executable format|file format not recognized|file truncated/,
    /not an executable|executable is|library archive|executable that wrote it|script|section headers|gzip/,
  ],
  ['no code', /can't find \.text/, /no \.text/],
]

/** Whether both refuse for the same reason. gprof has words that fit two: whatever is no GNU file it reads as a BSD one. */
export function sameRefusal(gprof: string, arcflame: string): boolean {
  return kinds.some(([, words, ours]) => words.test(gprof) && ours.test(arcflame))
}
