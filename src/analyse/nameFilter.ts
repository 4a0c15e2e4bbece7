// Which file-static symbols gprof takes for functions. Compilers leave many local labels in a program, and gprof tells
// functions from them by their names alone: a dot is accepted only before a number, as in `counter.0`, and before the
// clones it knows, `f.clone.2` and `f.constprop.0`. So `f.isra.0`, `f.part.1` and `f.cold` are no functions to it,
// and their time goes to whatever stands before them in memory.
//
// One oddity has to be kept to get gprof's figures: after a name that ends with a number, it goes on reading into the
// name that happens to be stored next, so that the neighbour in the string table decides about `f.constprop.0`.

const dot = 0x2e
const dollar = 0x24
const knownClones = ['.clone.', '.constprop.'].map(asBytes)
const compilerMarks = ['__gnu_compiled', '___gnu_compiled'].map(asBytes)

/** For a string table: whether gprof takes the local symbol whose name begins at `start` of it for a function. */
export function staticNameFilter(names: Uint8Array): (start: number) => boolean {
  const markAfter = marks(names)
  return start => accepts(names, start, markAfter)
}

/**
 * Finds the first dot, dollar or zero at a place or behind it. The names of a damaged table may all overlap, so the last
 * stretch without any is remembered, and none of it is looked at again.
 */
function marks(names: Uint8Array): (at: number) => number {
  let start = 0
  let end = 0
  return at => {
    if (at >= start && at < end) return end
    let mark = at
    while (byteAt(names, mark) !== 0 && names[mark] !== dot && names[mark] !== dollar)
      mark = mark === start && end > start ? end : mark + 1
    start = at
    end = mark
    return mark
  }
}

function accepts(names: Uint8Array, start: number, markAfter: (at: number) => number): boolean {
  if (byteAt(names, start) === 0) return false
  if (compilerMarks.some(mark => startsWith(names, start, mark))) return false
  let at = start
  for (;;) {
    at = markAfter(at)
    if (names[at] === dollar) return false
    if (byteAt(names, at) === 0) return true
    const clone = knownClones.find(prefix => startsWith(names, at, prefix) && byteAt(names, at + prefix.length) !== 0)
    at += clone ? clone.length : 1
    // A run of digits must follow. Behind it, a dot begins the next group; the end of the name is stepped over too.
    let digits = false
    for (;;) {
      const byte = byteAt(names, at)
      if (byte >= 0x30 && byte <= 0x39) {
        digits = true
        at++
      } else if (byte === dot && digits) break
      else if (byte === 0) {
        at++
        break
      } else return false
    }
    if (at > names.length) return true
  }
}

function byteAt(bytes: Uint8Array, at: number): number {
  return at < bytes.length ? bytes[at] : 0
}

function startsWith(bytes: Uint8Array, at: number, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[at + i] !== prefix[i]) return false
  return true
}

function asBytes(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0))
}
