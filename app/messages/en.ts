// Every sentence of the page in English. Components have no text of their own. What stands in a sentence is a parameter of
// it, already formatted; where it matters for the grammar, the number comes along. `zh.ts` has the same keys.

/** `1 sample`, `3 samples`: the number as text, as it is formatted, and what it counts. */
const counted = (text: string, n: number, one: string, many: string) => `${text} ${n === 1 ? one : many}`

export const en = {
  compare: {
    title: 'Compare',
    before: 'Before',
    after: 'After',
    functionsOf: (text: string, n: number) => counted(text, n, 'function', 'functions'),
  },
  /** The call graph and the flame chart of two profiles. */
  pictures: {
    beforeAfter: (before: string, after: string) => `${before} → ${after}`,
    unknown: '–',
    points: (text: string) => `${text} points`,
    list: (parts: readonly string[]) => parts.join(', '),
    self: 'self',
    total: 'self + children',
    calls: 'calls',
    passed: 'time passed to the caller',
    selfIs: (figures: string) => `self ${figures}`,
    totalIs: (figures: string) => `total ${figures}`,
    callsAre: (figures: string) => `${figures} calls`,
    change: 'change',
    presence: { new: 'new', gone: 'gone' },
    edge: { new: (count: string) => `new ${count}`.trim(), gone: (count: string) => `gone ${count}`.trim() },
    sure: 'more than chance',
    chance: 'may be chance',
    figure: (what: string, before: string, after: string, difference: string) =>
      `${what}: ${before} before, ${after} after, ${difference}`,
    judged: (figure: string, verdict: string) => `${figure}, ${verdict}`,
    range: (what: string, verdict: string, low: string, high: string) =>
      `${what}: ${verdict}. With 95 % confidence the change lies between ${low} and ${high}, as far as sampling goes.`,
    functionIs: {
      new: 'New: before, it was not in the program, or nothing was recorded of it.',
      gone: 'Gone: after, it is not in the program, or nothing was recorded of it.',
    },
    callIs: { new: 'New: before, no such call was recorded.', gone: 'Gone: after, no such call was recorded.' },
    pathIs: {
      new: 'New path: before, a function or a call of it was not recorded.',
      gone: 'Gone: after, a function or a call of this path was not recorded.',
    },
    path: { new: 'new path', gone: 'gone' },
    split: 'Time is split by call counts on each side: gprof assumes that calls cost the same.',
    through: 'Through functions that are hidden here.',
    inner: 'Within a cycle gprof counts calls, but no time goes with them.',
    explained: (functions: string, before: string, after: string, hidden: string) =>
      `${functions} explain ${before} before and ${after} after · ${hidden} hidden`,
    rest: {
      callers: (figures: string, n: number) => `${n === 1 ? 'caller' : 'callers'}, ${figures}`,
      callees: (figures: string, n: number) => `${n === 1 ? 'callee' : 'callees'}, ${figures}`,
    },
    legend: {
      selfTime: 'self time, less after to more after',
      totalTime: 'in all: less after to more after',
      steps: 'One step: below 1 %, 1 to 5 %, or more than 5 % of the longer run, surely',
      noise: 'may be chance',
      figures: 'before → after',
      edges: 'less, more time after',
      presence: 'new · gone',
      path: { new: 'new path', gone: 'path that is gone' },
    },
    dotLegend:
      'In boxes and on edges: before → after. Violet: more time after; teal: less; grey: may be chance. Dashed: new; dotted: gone, or split by call counts.',
    side: 'Side that is shown',
    sideHint: {
      a: 'Widths of the profile before; paths that are gone are marked',
      b: 'Widths of the profile after; new paths are marked',
    },
    colour: { short: 'change', label: 'Change', hint: 'of time in all: less or more after' },
    onThisPath: 'on this path',
    notOnSide: {
      a: 'was not there before. Switch to after to see it.',
      b: 'is not there after. Switch to before to see it.',
    },
    ofSide: {
      a: (before: string, after: string) => `Before (${before}), compared with after (${after})`,
      b: (before: string, after: string) => `After (${after}), compared with before (${before})`,
    },
    fileOf: { a: 'before', b: 'after' },
    summary: (side: string, summary: string) => `${side}: ${summary}`,
  },
}

/** What every language says. */
export type Messages = typeof en
