// Every sentence of the page in English. Components have no text of their own. What stands in a sentence is a parameter of
// it, already formatted; where it matters for the grammar, the number comes along. `zh.ts` has the same keys.

/** `1 sample`, `3 samples`: the number as text, as it is formatted, and what it counts. */
const counted = (text: string, n: number, one: string, many: string) => `${text} ${n === 1 ? one : many}`

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
  whatIf: {
    title: 'What if',
    menu: {
      0.5: { label: 'What if it were twice as fast', hint: 'its own time halved' },
      free: { label: 'What if it were free', hint: 'it and all it calls' },
      inlined: { label: 'What if it were inlined', hint: 'its time is its callers’' },
    },
    becomes: 'What becomes of it',
    choices: {
      0.5: 'were twice as fast',
      0.25: 'were four times as fast',
      0.1: 'were ten times as fast',
      0: 'took no time itself',
      free: 'were free, with all it calls',
      inlined: 'were inlined',
    },
    factor: (factor: string) => `took ${factor} of its own time`,
    saves: (time: string, range: string, percent: string) => `saves ${time} (${range}), ${percent} % of all time`,
    own: (time: string) => `${time} of that is its own`,
    whole: (before: string, after: string, range: string, speedUp: string) =>
      `${before} → ${after} (${range}), ${speedUp} times as fast`,
    rangeHint:
      'From the least to the most that it may be: what call counts leave open, and chance in the samples (95 %). Times are as gprof splits them among callers.',
    inlined:
      'Saves nothing that gprof measured: its own time joins its callers’. What the calls themselves cost is not in the profile.',
    rootInlined: (time: string) => `${time} has no caller to go to and is left out.`,
    noMatch: 'No such function here.',
    bothSides: 'Both profiles that are compared are shown so.',
    effects: 'Where',
    effectsOf: (name: string) => `Where ${name} would save time`,
    columns: { fn: 'Function', before: 'Total', after: 'would be', saved: 'saves', range: 'least to most' },
    others: (text: string, n: number) => `${counted(text, n, 'more function has', 'more functions have')} less time.`,
    end: 'End “What if”',
    endHint: 'Back to what was measured',
  },
  costmap: {
    title: 'Calls × cost',
    tab: 'Cost',
    button: 'Calls against time per call (O)',
    back: 'Back to the workspace (O)',
    keyHelp: 'calls against time per call, and back; arrow keys move, Enter chooses, + and − zoom',
    lead: 'Further right: called more often. Further up: each call is slower. On one dashed line all took the same time.',
    kind: 'Time per call',
    kinds: { self: 'Self', total: 'Total' },
    kindHint: {
      self: 'Time in the function itself, by calls',
      total: 'Time in the function and all it calls, by calls',
    },
    axes: { calls: 'calls', self: 'self time per call', total: 'total per call' },
    points: 'Functions by calls and time per call, heaviest first',
    keys: 'Arrow keys move to the nearest function on that side, Page Up and Page Down by time, Home to the heaviest. Enter chooses. Plus, minus and 0 zoom.',
    point: (name: string, calls: string, perCall: string, time: string, share: string) =>
      `${name}: ${calls} calls of ${perCall}, ${time} in all, ${share} %`,
    inAll: 'in all',
    line: (time: string) => `${time} in all`,
    ofAll: (time: string, share: string) => `${time}, ${share} %`,
    plusMinus: (time: string, error: string) => `${time} ± ${error}`,
    beforeCalls: 'calls before',
    beforePerCall: 'per call before',
    timeless: (text: string, n: number, calls: string, callsCount: number) =>
      `${counted(text, n, 'function', 'functions')} without samples, called ${counted(calls, callsCount, 'time', 'times')}`,
    uncalled: (text: string, n: number, time: string) =>
      `${counted(text, n, 'function', 'functions')} with ${time} but no recorded call`,
    idle: (text: string, n: number) => `${text} ${n === 1 ? 'has' : 'have'} neither`,
    leftOut: 'Not on the map:',
    chosenLeftOut: (name: string) => `${name} is not on the map.`,
    none: 'No function has both calls and time, so there is nothing to set against each other.',
    working: 'Being compared …',
    after: 'Shown is the side after; a line leads from where the function pointed at was before.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    showAll: 'Show all',
  },
}

/** What every language says. */
export type Messages = typeof en
