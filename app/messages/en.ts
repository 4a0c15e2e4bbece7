// Every sentence of the page in English. Components have no text of their own. What stands in a sentence is a parameter of
// it, already formatted; where it matters for the grammar, the number comes along. `zh.ts` has the same keys.

/** `1 sample`, `3 samples`: the number as text, as it is formatted, and what it counts. */
const counted = (text: string, n: number, one: string, many: string) => `${text} ${n === 1 ? one : many}`

/** What can be said of a difference. */
export type Sureness = 'sure' | 'chance' | 'unsampled' | 'unknown'

export const en = {
  share: {
    needs: {
      hosted: (addresses: string) => `The profile is fetched from ${addresses}, beside the page.`,
      sample: 'The sample comes with the page.',
      file: (file: string, fingerprint: string) =>
        `The reader opens ${file} too; its fingerprint, ${fingerprint}, tells whether it is the same.`,
      before: 'Of the profile before:',
    },
    withBefore: 'The profile that it is compared with goes along.',
  },
  export: { whileComparing: 'Two profiles are compared: the one after is exported, alone.' },
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
    allSure: 'more than chance',
    allChance: 'may be chance',
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
    perCall: 'per call',
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
    calls: 'Calls',
    figure: 'Figure',
    facts: 'Before and after',
    parts: 'Why self time changed',
    /** What a part of a change is, where it adds to the time or takes from it. */
    oftener: (more: boolean): string => (more ? 'Called more often' : 'Called less often'),
    slower: (more: boolean): string => (more ? 'Slower per call' : 'Faster per call'),
    elsewhere: (more: boolean): string => (more ? 'Called from elsewhere' : 'No longer called from elsewhere'),
    allParts: 'Change of self time',
    partTitles: {
      oftener: 'Calls from callers that both have, at what a call took before',
      slower: 'What each call takes more or less than before',
      elsewhere: 'Calls from callers that only one of the two has, at what a call took before',
    },
    noParts: 'Why is not known: calls of it were not counted on both sides.',
    timeAndCalls: (unit: string) => `${unit} · calls`,
    callers: (text: string, n: number) => counted(text, n, 'caller', 'callers'),
    callees: (text: string, n: number) => counted(text, n, 'callee', 'callees'),
    noCaller: 'no caller recorded',
    showMore: (n: string) => `Show ${n} more`,
    arcSaid: (arc: { name: string; only: string; time: string; change: string; calls: string }) =>
      `${arc.name}${arc.only === '' ? '' : ` (${arc.only})`}: time ${arc.time}, difference ${arc.change}, calls ${arc.calls}`,
    cycle: (number: string) => `cycle ${number} of both sides`,
    members: (text: string, n: number) => counted(text, n, 'member', 'members'),
    cycleSelf: (sides: string, change: string) => `Self time of its members: ${sides} (${change}).`,
    cycleOfBoth: 'The calls of both sides together make this cycle: a side alone may have only a part of it, or none.',
    andMore: (n: string) => `… and ${n} more; the list of functions has them all.`,
    collapse: 'Collapse into one function',
    chooseOne: 'Choose a function in any view: what changed among its callers and callees is listed here.',
    biggest: 'Biggest changes',
    nothingChanged: 'No function was sampled on either side.',
    choiceSaid: (time: string, sides: string, change: string, sure: string) => `${time} ${sides}, ${change} · ${sure}`,
    reportOfOne: 'A report is of one profile, and two are compared here.',
    endComparing: 'Show the profile after alone',
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
    functions: (text: string, n: number) => counted(text, n, 'function', 'functions'),
    explained: (functions: string, before: string, after: string, hidden: string) =>
      `${functions} explain ${before} before and ${after} after · ${hidden} hidden`,
    rest: {
      callers: (figures: string, n: number) => `${n === 1 ? 'caller' : 'callers'}, ${figures}`,
      callees: (figures: string, n: number) => `${n === 1 ? 'callee' : 'callees'}, ${figures}`,
    },
    legend: {
      inAll: 'less, more time after',
      selfTime: 'self time: less to more after; grey: may be chance',
      totalTime: 'time in all: less to more after; grey: may be chance',
      steps:
        'Steps: the change is surely less than 1 %, 1 to 5 %, or more than 5 % of the longer run. Grey: may be chance.',
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
  /** How sure the numbers are. */
  sure: {
    title: 'How sure',
    rank: 'Rank',
    rankTitle:
      'Place by self time. Where the order of functions is not significant it is a range: another run may have them the other way round.',
    places: (first: string, last: string) => (first === last ? first : `${first}–${last}`),
    anyPlace: 'any',
    anyPlaceSaid: (all: string) => `rank by self time not known: with so few samples it may be any of ${all}`,
    placesSaid: (first: string, last: string, all: string) =>
      first === last
        ? `rank ${first} of ${all} by self time`
        : `rank ${first} to ${last} of ${all} by self time; the order within is not significant`,
    rankBySelf: 'Rank by self time',
    anyOf: (all: string) => `any of ${all}`,
    placesOf: (first: string, last: string, all: string) =>
      first === last ? `${first} of ${all}` : `${first}–${last} of ${all}`,
    timeAndRange: (time: string, low: string, high: string) => `${time}; 95 % range ${low} to ${high}`,
    timeRangeAndPlaces: (time: string, low: string, high: string, places: string) =>
      `${time}; 95 % range ${low} to ${high}; ${places}`,
    errorAtMost: (time: string) => `${time}: the sampling error is that or less`,
    selfTitle: 'Self time, with the sampling error of √n samples, and its share of all time',
    totalTitle: 'Self time and children, with the sampling error, and their share of all time',
    selfHead: 'Self, ± √n',
    selfRange: 'Self, by sampling',
    totalRange: 'Total, by sampling',
    rangeHint: 'The 95 % range: how far chance in sampling may be off. A longer run narrows it.',
    assumedRange: 'Total, by assumption',
    assumedHint:
      'What the total can be if calls of one function differ in cost. It is split by calls, as if they did not; a longer run does not narrow this.',
    between: (low: string, high: string) => `${low} to ${high}`,
    each: (time: string) => `${time} each`,
    paler: 'The paler part of the cell is what ± √n samples leave open.',
    ofItsTime: (share: string) => `${share} % of its time`,
    plusMinus: (value: string, error: string) => (error === '' ? value : `${value} ± ${error}`),
  },
}

/** What every language says. */
export type Messages = typeof en
