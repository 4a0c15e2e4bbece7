// Profiles that no run would leave: invented for a program from its functions. Each is one question to gprof.

import type { Functions } from '../../src/analyse/selectSymbols.ts'
import { bsdGmon, type GmonRecord, gnuGmon } from '../../src/gmon.fixture.ts'
import type { ByteForm } from '../../src/parse/byteReader.ts'

/** Files to give to gprof together, by what is odd about them. */
export type Invented = Record<string, Uint8Array[]>

type Histogram = Extract<GmonRecord, { bins: ArrayLike<number> }>
type Arc = Extract<GmonRecord, { from: bigint }>

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A histogram and arcs at random: many cycles, calls of labels, calls from between functions and from outside. */
export function randomRecords(functions: Functions, seed: number): [Histogram, ...Arc[]] {
  const random = randomFrom(seed)
  const whole = (n: number) => Math.floor(random() * n)
  const { length, address, origin } = functions
  const low = origin + BigInt(address[0] - (address[0] % 4)) - 4n * BigInt(whole(9))
  const last = Math.min(length - 1, 1 + whole(length))
  const room = Math.max(64, Math.min(1 << 20, address[last] - address[0]))
  const perBin = [2, 4, 4, 4, 4.004, 6, 7.3, 16][whole(8)]
  const bins = Uint16Array.from({ length: Math.ceil(room / perBin) }, () => (random() < 0.1 ? whole(40) : 0))
  const arcs = Array.from({ length: 1 + whole(3 * Math.min(length, 400)) }, (): Arc => {
    const near = whole(length)
    const to = random() < 0.5 ? Math.min(length - 1, near + 1 + whole(8)) : whole(length)
    const inside = (fn: number) => origin + BigInt(address[fn] + (random() < 0.8 ? 4 : whole(64)))
    return { from: inside(near), self: inside(to), count: random() < 0.05 ? 0 : 1 + whole(random() < 0.1 ? 1e9 : 50) }
  })
  return [{ low, high: low + BigInt(room), bins }, ...arcs]
}

/** A file of the usual kind and one of the BSD kind, with random figures. */
export function randomProfiles(functions: Functions, form: ByteForm): Invented {
  const [histogram, ...arcs] = randomRecords(functions, 3)
  return {
    'random figures': [gnuGmon(randomRecords(functions, 1), form)],
    'random figures, two files': [gnuGmon([histogram, ...arcs], form), gnuGmon([histogram, ...arcs.reverse()], form)],
    'random figures, 4.4BSD': [bsdGmon([{ ...histogram, rate: 60 }, ...arcs], form)],
  }
}

/** Every form and every oddity of the file itself. `form` is the program's; other forms are tried too. */
export function oddProfiles(functions: Functions, form: ByteForm): Invented {
  const { origin, address, length } = functions
  const base = origin + BigInt(address[0] - (address[0] % 4))
  const end = base + (BigInt(address[length - 1] - address[0]) & ~7n)
  const middle = base + (((end - base) / 2n) & ~7n)
  const random = randomFrom(7)
  const hist = (low: bigint, high: bigint, more: Partial<Histogram> = {}, perBin = 4): Histogram => ({
    low,
    high,
    bins: Uint16Array.from({ length: Math.max(0, Math.ceil(Number(high - low) / perBin)) }, () =>
      random() < 0.2 ? Math.floor(random() * 30) : 0,
    ),
    ...more,
  })
  const [, ...arcs] = randomRecords(functions, 5)
  const all = hist(base, end)
  const gnu = (...records: GmonRecord[]) => [gnuGmon(records, form)]
  const version = (n: number, records: GmonRecord[] = [all, ...arcs]) => [gnuGmon(records, form, n)]
  const whole = gnuGmon([all, ...arcs], form)
  const head = 20 + 1 + (form.wide ? 16 : 8) + 8 + 16
  const bins = head + 2 * all.bins.length
  const tagAt = (at: number, tag: number) => [whole.map((byte, i) => (i === at ? tag : byte))]
  const cut = (at: number) => [whole.slice(0, at)]
  const others = [true, false].flatMap(wide => [true, false].map(littleEndian => ({ wide, littleEndian })))
  const invented: Invented = {
    BSD: [bsdGmon([all, ...arcs], form)],
    'BSD without arcs': [bsdGmon([all], form)],
    'BSD, a part of an arc at the end': [bsdGmon([all, ...arcs], form).slice(0, -5)],
    'BSD, cut in its bins': [bsdGmon([all], form).slice(0, 200)],
    'BSD, cut in its header': [bsdGmon([all], form).slice(0, 24)],
    'BSD, an end before its beginning': [bsdGmon([{ ...all, low: end, high: base }, ...arcs], form)],
    'BSD twice': [bsdGmon([all, ...arcs], form), bsdGmon([all, ...arcs], form)],
    '4.4BSD and another rate': [bsdGmon([{ ...all, rate: 100 }], form), bsdGmon([{ ...all, rate: 64 }], form)],
    'BSD and another range': [bsdGmon([all], form), bsdGmon([hist(base, middle)], form)],
    'GNU, then BSD': [whole, bsdGmon([all, ...arcs], form)],
    'BSD, then GNU': [bsdGmon([all, ...arcs], form), whole],
    'GNU, then 4.4BSD of another rate': [whole, bsdGmon([{ ...all, rate: 1000 }, ...arcs], form)],
    'version 0': version(0),
    'version 2': version(2),
    'version 0x7fffffff': version(0x7fffffff),
    'version -1': version(0xffffffff),
    'a shared library of sprof': version(0x1ffff),
    'two histograms': gnu(hist(base, middle), hist(middle, end), ...arcs),
    'two histograms with a gap': gnu(hist(base, base + 64n), hist(middle, end), ...arcs),
    'two histograms, the later one first': gnu(hist(middle, end), ...arcs, hist(base, middle)),
    'one range twice': gnu(all, all, ...arcs),
    'one range in two files': [...gnu(all), ...gnu(all, ...arcs)],
    'two ranges in two files': [...gnu(hist(base, middle)), ...gnu(hist(middle, end), ...arcs)],
    'a second rate': gnu(hist(base, middle), hist(middle, end, { rate: 1000 }), ...arcs),
    'a second scale': gnu(hist(base, middle), hist(middle, end, {}, 8), ...arcs),
    'ranges that overlap': gnu(hist(base, middle + 8n), hist(middle, end), ...arcs),
    'a range within a range': gnu(all, hist(base + 64n, middle), ...arcs),
    'a second unit': gnu(hist(base, middle), hist(middle, end, { dimension: 'minutes', abbreviation: 'm' }), ...arcs),
    'a second abbreviation': gnu(hist(base, middle), hist(middle, end, { abbreviation: 'x' }), ...arcs),
    'arcs first': gnu(...arcs, all),
    'arcs only': gnu(...arcs),
    'samples only': gnu(all),
    'a header only': gnu(),
    'no bins': gnu({ ...all, bins: [] }, ...arcs),
    'one bin': gnu({ ...all, bins: [9] }, ...arcs),
    'empty bins': gnu({ ...all, bins: new Uint16Array(all.bins.length) }, ...arcs),
    'full bins': gnu({ ...all, bins: new Uint16Array(all.bins.length).fill(65535) }, ...arcs),
    'full bins in two files': [1, 2].map(() =>
      gnuGmon([{ ...all, bins: new Uint16Array(all.bins.length).fill(60000) }, ...arcs], form),
    ),
    'cycles for a unit': gnu({ ...all, dimension: 'cycles', abbreviation: 'c' }, ...arcs),
    'a unit of fifteen letters': gnu({ ...all, dimension: 'fifteen-letters', abbreviation: 'f' }, ...arcs),
    'no unit': gnu({ ...all, dimension: '', abbreviation: '' }, ...arcs),
    'an end before its beginning': gnu({ ...all, low: end, high: base }, ...arcs),
    'no range': gnu({ ...all, high: base }, ...arcs),
    'odd addresses': gnu({ ...all, low: base + 1n, high: end - 3n }, ...arcs),
    'another part of memory': gnu({ ...all, low: end + 0x10000n, high: end + 0x11000n }, ...arcs),
    'half outside': gnu(hist(middle, end + (end - middle)), ...arcs),
    'from zero on': gnu(hist(0n, 4096n), ...arcs),
    'narrow bins': gnu(hist(base, end, {}, 1), ...arcs),
    'wide bins': gnu(hist(base, end, {}, 100), ...arcs),
    'bins of an odd width': gnu(hist(base, end, {}, 5.37), ...arcs),
    'very many calls': gnu(
      all,
      ...arcs.map(arc => ({ ...arc, count: 0xffffffff })),
      ...arcs.map(arc => ({ ...arc, count: 0xffffffff })),
    ),
    'no calls at all': gnu(all, ...arcs.map(arc => ({ ...arc, count: 0 }))),
    'calls from and to elsewhere': gnu(
      all,
      ...arcs.map((arc, i) =>
        i % 3 === 0 ? { ...arc, from: 16n } : i % 3 === 1 ? { ...arc, self: end + 99999n } : arc,
      ),
    ),
    'basic blocks': gnu(
      all,
      {
        blocks: [
          [base, 3n],
          [middle, 1n],
        ],
      },
      ...arcs,
      { blocks: [] },
    ),
    'basic blocks only': gnu({ blocks: [[base, 3n]] }),
    nothing: cut(0),
    'ten bytes': cut(10),
    'nineteen bytes': cut(19),
    'cut in the head of the histogram': cut(head - 9),
    'cut behind the head of the histogram': cut(head),
    'cut in the bins': cut(bins - 51),
    'cut behind a tag': cut(bins + 1),
    'cut in an arc': cut(bins + 9),
    'a bad tag': tagAt(bins, 7),
    'a worse tag': tagAt(bins, 255),
    zeros: [new Uint8Array(400)],
    'a text': [new TextEncoder().encode('int main(void) { return 0; }\n'.repeat(20))],
  }
  for (const rate of [0, 1, 2, 59, 60, 1000, 1024, 10000, 20000, 1000000, 0x7fffffff, 0xffffffff]) {
    invented[`${rate} samples to the second`] = gnu({ ...all, rate }, ...arcs)
    invented[`4.4BSD, ${rate} samples to the second`] = [bsdGmon([{ ...all, rate }, ...arcs], form)]
  }
  for (const other of others)
    if (other.wide !== form.wide || other.littleEndian !== form.littleEndian) {
      const name = `${other.wide ? 64 : 32}-bit ${other.littleEndian ? 'little' : 'big'}-endian`
      invented[`of another machine, ${name}`] = [gnuGmon([all, ...arcs], other)]
      invented[`of another machine, ${name}, BSD`] = [bsdGmon([all, ...arcs], other)]
    }
  return invented
}
