// Every sentence of the page in English. Components have no text of their own. What stands in a sentence is a parameter of
// it, already formatted; where it matters for the grammar, the number comes along. `zh.ts` has the same keys.

/** `1 sample`, `3 samples`: the number as text, as it is formatted, and what it counts. */
const counted = (text: string, n: number, one: string, many: string) => `${text} ${n === 1 ? one : many}`

export const en = {
  drop: {
    open: 'Drop to open',
    openHint: 'It is read here, on this computer.',
    compare: 'Drop here to compare',
    compareHint: 'with what is open: what you drop is what was before',
  },
  compare: {
    title: 'What is compared',
    before: 'Before',
    after: 'After',
    samples: (text: string, n: number) => counted(text, n, 'sample', 'samples'),
    sure: 'more than chance',
    chance: 'may be chance',
    rangeOfAll: (low: string, high: string) =>
      `The change lies between ${low} and ${high} with 95 % confidence, as far as sampling goes.`,
    by: 'What figures are compared by',
    normalisation: { time: 'Time', share: 'Share', perCall: 'Per call' },
    normalisationHint: {
      time: 'Times as they are: for runs that did the same work',
      share: 'Shares of all time: for runs of different length',
      perCall: 'Time for each call: for runs that did more or less work',
    },
    swap: 'Swap',
    swapHint: 'What was before becomes what is after',
    choose: 'Compare with …',
    end: 'End comparison',
    working: 'Being compared …',
    missing: (file: string) =>
      `This view compares with ${file === '' ? 'another profile' : file}, which is not open. Choose it under “Compare with …”.`,
    buttonHint: 'Compare with another profile',
    dialogTitle: 'Compare with …',
    lead: 'What is on screen counts as after. Choose what it was before: another run, another version, other processes.',
    openFile: 'Open files …',
    openHint: 'A listing, a gmon.out of the same executable, or a gmon.out and its executable.',
    filter: 'Filter by name',
    openNow: 'Open now',
    recent: 'Opened before',
    samplesTitle: 'Samples',
    allOthers: (count: string) => `All ${count} others together`,
    notListed: (count: string) => `${count} more: type a part of the name.`,
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
    figure: (what: string, before: string, after: string, difference: string) =>
      `${what}: ${before} before, ${after} after, ${difference}`,
    judged: (figure: string, verdict: string) => `${figure}, ${verdict}`,
    range: (what: string, verdict: string, low: string, high: string) =>
      `${what}: ${verdict}. The change lies between ${low} and ${high} (95 %).`,
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
    functions: (text: string, n: number) => counted(text, n, 'function', 'functions'),
    explained: (functions: string, before: string, after: string, hidden: string) =>
      `${functions} explain ${before} before and ${after} after · ${hidden} hidden`,
    rest: {
      callers: (figures: string, n: number) => `${n === 1 ? 'caller' : 'callers'}, ${figures}`,
      callees: (figures: string, n: number) => `${n === 1 ? 'callee' : 'callees'}, ${figures}`,
    },
    legend: {
      inAll: 'less, more time after',
      selfTime: 'self time: less, more after',
      totalTime: 'time in all: less to more after; grey: may be chance',
      steps:
        'Steps: the change is surely less than 1 %, 1 to 5 %, or more than 5 % of the longer run. Grey: may be chance.',
      edges: 'time that is passed on: less, more after',
      noise: 'may be chance',
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
