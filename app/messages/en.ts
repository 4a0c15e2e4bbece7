// Every sentence of the page in English. Components have no text of their own. What stands in a sentence is a parameter of
// it, already formatted; where it matters for the grammar, the number comes along. `zh.ts` has the same keys.

/** `1 sample`, `3 samples`: the number as text, as it is formatted, and what it counts. */
const counted = (text: string, n: number, one: string, many: string) => `${text} ${n === 1 ? one : many}`

/** What can be said of a difference. */
export type Sureness = 'sure' | 'chance' | 'unsampled' | 'unknown'

export const en = {
  compare: {
    title: 'Compare',
    before: 'Before',
    after: 'After',
    functionsOf: (text: string, n: number) => counted(text, n, 'function', 'functions'),
    function: 'Function',
    difference: 'Difference',
    ratio: 'Ratio',
    range: '95 % range',
    sureness: 'How sure',
    self: 'Self',
    total: 'Total',
    isNew: 'new',
    isGone: 'gone',
    percent: '%',
    /** Figures divided by calls: `µs/call`. */
    perCall: (unit: string) => `${unit}/call`,
    /** The head of a column, and its unit. */
    inUnit: (head: string, unit: string) => `${head}, ${unit}`,
    headTitles: {
      self: {
        before: 'Self time before',
        after: 'Self time after',
        change: 'What self time after has more, and the 95 % range of that. Sorted by how sure and how large it is.',
        ratio: 'How many times the self time before it is after',
      },
      total: {
        before: 'Self time and children before',
        after: 'Self time and children after',
        change: 'What total time after has more, and the 95 % range of that. Sorted by how sure and how large it is.',
        ratio: 'How many times the total time before it is after',
      },
    },
    nameTitle: 'Name, as gprof prints it',
    timesCompared: 'Times compared',
    timesExplained: { self: 'Time of functions themselves', total: 'With the time of what they call' },
    changed: (sure: string, tested: string) => `${sure} of ${tested} surely changed`,
    method:
      'Of the functions with samples, so many differ by more than chance. Samples are rare events: an exact conditional ' +
      'test tells for each function how likely such a difference is between two runs that are the same, and Benjamini and ' +
      'Hochberg’s procedure keeps the false ones among all that are called sure to 5 % at most. What is grey may be chance.',
    onlyBefore: (n: string) => `only before (${n})`,
    onlyAfter: (n: string) => `only after (${n})`,
    onlyTitle: 'Functions that the other profile does not have',
    waiting: 'Comparing …',
    fromTo: (before: string, after: string, unit: string) => `${before} → ${after}${unit === '' ? '' : ` ${unit}`}`,
    between: (low: string, high: string) => `${low} to ${high}`,
    notKnown: 'not known',
    noRatio: 'There is no ratio: nothing was counted before.',
    /** What to think of a difference; the rate of false ones in percent. */
    sure: (sureness: Sureness, falseRate: string) =>
      ({
        sure: `sure: ${falseRate} % false discovery`,
        chance: 'may be chance',
        unsampled: 'not sampled',
        unknown: 'cannot be compared',
      })[sureness],
    differenceSaid: (change: string, low: string, high: string, unit: string, sure: string) =>
      `${change} ${unit}, 95 % range ${low} to ${high}; ${sure}`,
    rowSaid: (row: { name: string; only: string; before: string; after: string; change: string; sure: string }) =>
      `${row.name}${row.only === '' ? '' : ` (${row.only})`}: before ${row.before}, after ${row.after}, difference ${row.change}, ${row.sure}`,
  },
}

/** What every language says. */
export type Messages = typeof en
