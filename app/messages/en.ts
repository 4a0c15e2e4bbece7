// Every sentence of the page in English. Components have no text of their own. What stands in a sentence is a parameter of
// it, already formatted; where it matters for the grammar, the number comes along. `zh.ts` has the same keys.

import { cardsEn } from './doctor/en.ts'

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
  doctor: {
    title: 'Doctor',
    buttonHint: 'What speaks against this profile, and what to do (D)',
    findings: (text: string, n: number) => counted(text, n, 'finding', 'findings'),
    buttonLabel: (text: string, n: number, atRisk: string) =>
      `Doctor: ${counted(text, n, 'finding', 'findings')}, ${atRisk} with conclusions at risk`,
    working: 'The profile is being examined …',
    nothing: 'Nothing was found that speaks against this profile.',
    ofAfter: 'Of the profile after.',
    risk: 'conclusions at risk',
    copy: 'Copy',
    copyCommand: 'Copy the command',
    close: 'Close the Doctor',
    why: (text: string, n: number) =>
      n === 1 ? 'Why, in the Doctor' : `Why, and ${counted(text, n - 1, 'other finding', 'other findings')}`,
    place: {
      function: (name: string) => `Show ${name}`,
      cycle: 'Show the cycle',
      list: 'Show the list of functions',
      report: 'Show the report',
      processes: 'Show the processes',
      line: (line: string) => `Show line ${line} of the report`,
      calls: 'Show everything by calls',
      leaveOut: 'Leave it out of all views',
      putBack: 'Put it back',
    },
    audit: {
      title: 'Figures',
      agree: (agreed: string, checked: string) => `${agreed} of ${checked} figures agree`,
      nothing: 'There are no figures that could be held against others.',
      why: 'What gprof prints tells most things more than once. All of it was worked out anew from the other figures, and agrees but for rounding.',
      doubt:
        'These do not follow from the others: the listing was changed or put together by hand, or printed by another arithmetic than gprof’s.',
      line: (line: string) => `Line ${line}`,
      says: (figure: string, printed: string, expected: string) =>
        `${figure} is ${printed}, others make it ${expected}`,
      more: (count: string) => `${count} more`,
      figures: {
        percent: '% time',
        cumulative: 'cumulative seconds',
        self: 'self',
        children: 'children',
        calls: 'calls',
        selfCalls: 'calls by itself',
        allCalls: 'all calls',
        selfPerCall: 'self per call',
        totalPerCall: 'total per call',
        total: 'all time',
      },
    },
    cards: cardsEn,
  },
}

/** What every language says. */
export type Messages = typeof en
