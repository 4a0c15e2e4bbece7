// What the first page says, and what frames all views, in English. It is all that has to be there before a profile is open:
// the sentences of views come with the views. See ../en.ts.

/** `1 sample`, `3 samples`: the number as text, as it is formatted, and what it counts. */
export const counted = (text: string, n: number, one: string, many: string) => `${text} ${n === 1 ? one : many}`

/** A part of a sentence: plain, bold, something typed, or a name; a name in bold. */
export type Piece = string | { bold: string } | { code: string } | { mono: string } | { name: string }

export const firstEn = {
  drop: {
    open: 'Drop to open',
    openHint: 'It is read here, on this computer.',
    compare: 'Drop here to compare',
    compareHint: 'with what is open: what you drop is what was before',
  },
  page: {
    description:
      'Opens gprof profiles in the browser: call graph, flame chart, flat profile and the entry of every function. Nothing leaves your computer.',
    crashed: 'Something went wrong in the page itself',
    crashLead:
      'This is a mistake in Arcflame, not in your profile. The report below helps to mend it. It was sent nowhere; its address line may name functions of your program.',
    report: 'Report',
    copyReport: 'Copy report',
    reload: 'Reload',
  },
  /** Controls that any view may have. */
  ui: {
    /** How dates and digits are written, for Intl. */
    locale: 'en-GB',
    justNow: 'just now',
    minutesAgo: (minutes: string) => `${minutes} min ago`,
    hoursAgo: (hours: string) => `${hours} h ago`,
    yesterday: 'yesterday',
    notRecorded: 'not recorded',
    /** The number that gprof gives a cycle. */
    cycle: (number: string) => `cycle ${number} as a whole`,
    copied: 'Copied',
    notAllowed: 'Not allowed',
    close: 'Close',
    dismiss: 'Dismiss',
    fill: (title: string) => `Let ${title} fill the window`,
    unfill: 'Back to the workspace',
    functions: (text: string, n: number) => counted(text, n, 'function', 'functions'),
    samples: (text: string, n: number) => counted(text, n, 'sample', 'samples'),
    list: (names: readonly string[]) => names.join(', '),
    /** What a control does, and the key that does the same. */
    /** A name, and what tells it from others that are called the same; empty for nothing. */
    withMark: (name: string, mark: string) => (mark === '' ? name : `${name} (${mark})`),
    withKey: (hint: string, key: string) => `${hint} (${key})`,
    /** What is chosen, before the choice itself. */
    choice: (title: string) => `${title}:`,
  },
  start: {
    headline: 'See where the time went',
    lede: 'Opens gprof profiles: call graph, flame chart, flat profile and the entry of every function.',
    privacy: [
      { bold: 'Nothing leaves this computer.' },
      ' No server, no upload: your profile is read here, in this page.',
    ] as Piece[],
    opening: 'Opening',
    link: 'This link',
    wanted: (file: string, fingerprint: string): Piece[] => [
      'This link shows a view of ',
      file === '' ? 'a profile' : { name: file },
      ...(fingerprint === '' ? [] : [' (fingerprint ', { mono: fingerprint }, ')']),
      '. A link holds the view, not the profile: drop that file here, and what was chosen comes back.',
    ],
    openProfile: 'Open a profile',
    drop: 'Drop a profile here',
    dropHint: [
      { code: 'gmon.out' },
      ' together with its executable, or a listing printed by ',
      { code: 'gprof' },
      ': whole or in part, as text or ',
      { code: '.gz' },
      '. Of many processes: the folder as it is, a zip or a tar.',
    ] as Piece[],
    chooseFiles: 'Choose files…',
    chooseFolder: 'Folder…',
    paste: 'Paste',
    pasteTitle: 'Paste a listing',
    pasted: 'Listing printed by gprof',
    pasteExample: 'Flat profile: …',
    pasteHint: 'Text around the listing, and lines left out of it, do no harm.',
    open: 'Open',
    howTo: 'No profile yet?',
    build: 'Build with -pg',
    run: 'Run it to the end',
    runHint: ['On exit it writes ', { code: 'gmon.out' }, ' into the current directory.'] as Piece[],
    dropBoth: 'Drop main and gmon.out here',
    dropBothHint: [
      'Or print a listing, and drop that: with or without ',
      ...[{ code: '-b' }, ', ', { code: '-p' }, ' or ', { code: '-q' }],
      ', in any language.',
    ] as Piece[],
    copy: 'Copy',
    copyCommand: (command: string) => `Copy: ${command}`,
    recent: 'Recent',
    keep: 'Keep opened profiles in this browser',
    forgetAll: 'Forget all',
    forget: (name: string) => `Forget ${name}`,
    samplesTitle: 'Samples',
    samplesHint: 'real profiles, stored with the page',
    guided: 'guided, 3 steps',
    sampleCards: {
      'postgres-set': {
        title: 'PostgreSQL, 24 processes',
        kind: 'gmon.out of each, packed',
        facts: '7.59 s · 2 330 functions',
      },
      walsender: { title: 'PostgreSQL WAL sender', kind: 'listing, gprof 2.40', facts: '190 ms · 1 068 functions' },
      backend: { title: 'PostgreSQL backend', kind: 'listing, gprof 2.40', facts: '820 ms · 7 cycles' },
      'walsender-excerpt': {
        title: 'WAL sender, cut for a web page',
        kind: 'part of a listing, with text around it',
        facts: '11.1 s · 9 of 1 012 entries',
      },
      templates: { title: 'tmpl.cpp', kind: 'listing, gprof 2.40', facts: '330 ms · C++ templates' },
      cyc: { title: 'cyc.c', kind: 'listing, gprof 2.40', facts: '1.83 s · 6 cycles' },
      recursion: { title: 'recursion.c', kind: 'listing, gprof 2.40', facts: '801 ms · two recursive functions' },
      short: { title: 'short.c', kind: 'listing, gprof 2.40', facts: 'no samples · calls only' },
      num: { title: 'num.f90', kind: 'listing, gprof 2.40', facts: '50.0 ms · Fortran modules' },
      forker: { title: 'forker.c', kind: 'listing, gprof 2.40', facts: '1.03 s · sum of 9 processes' },
      'cyc-fr': { title: 'cyc.c en français', kind: 'listing, French headings', facts: '1.83 s · 36 functions' },
    },
  },
  frame: {
    home: 'Back to the first page',
    openOther: 'Open another profile',
    search: 'Search',
    more: 'More',
    help: 'Help',
    speak: { en: 'Change to English', 'zh-CN': 'Change to Chinese' },
    theme: {
      system: 'Theme: as the system. Change to light.',
      light: 'Theme: light. Change to dark.',
      dark: 'Theme: dark. Change to system.',
    },
    changeTheme: { system: 'Theme as the system', light: 'Light theme', dark: 'Dark theme' },
    views: 'Views',
    tabs: {
      processes: 'Processes',
      functions: 'Functions',
      graph: 'Graph',
      flame: 'Flame',
      entry: 'Entry',
      report: 'Report',
      costmap: 'Cost',
    },
    toWorkspace: 'Back to the workspace',
    report: 'Report',
    reportHint: 'The report as gprof prints it',
    processes: (count: string) => `${count} processes`,
    processesOf: (chosen: string, all: string) => `${chosen} of ${all} processes`,
    processesHint: 'The processes whose sum this is',
    profileOf: (count: string) => `Profile, one of ${count} in this file`,
    self: (percent: string) => `self ${percent} %`,
    selfWithin: (percent: string, error: string) => `self ${percent} % ± ${error}`,
    total: (percent: string) => `total ${percent} %`,
    calls: (text: string, n: number) => counted(text, n, 'call', 'calls'),
    searchExample: 'text or /regex/',
    searchFunctions: 'Search functions',
    notExpression: (error: string) => `Not a regular expression: ${error}`,
    noneFound: 'no function of that name',
    found: (text: string, n: number): Piece[] => [{ bold: text }, n === 1 ? ' function' : ' functions'],
    nextHit: 'Next hit',
    clearSearch: 'Clear the search',
  },
  notices: {
    reading: (name: string) => `Reading ${name}`,
    isRead: (name: string): Piece[] => ['Reading ', { name }],
    filesRead: (files: string, all: string) => `${files} of ${all} files`,
    bytesRead: (bytes: string, all: string) => `${bytes} of ${all}`,
    showRead: 'Show what was read',
    cancel: 'Cancel',
    line: (line: string) => ` (line ${line})`,
    byte: (byte: string) => ` (byte ${byte})`,
    half: (name: string): Piece[] => [{ name }, { bold: ' is half of a pair.' }],
    notOpened: (name: string): Piece[] => [{ name }, { bold: ' was not opened.' }],
    stillBefore: 'What you see is the profile that was open before.',
    held: (profiles: string, programs: string) =>
      `Both are kept: drop another executable alone to read ${profiles} with it, or another gmon.out alone to read it with ${programs}.`,
    /** Others are counted; empty where there are none. */
    heldNames: (name: string, others: string) => `“${name}”${others !== '' ? ` and ${others} more` : ''}`,
    newerLink: 'This link was made by a later version of Arcflame. What this one understands of it is shown.',
    newerVersion: 'A new version of Arcflame is there. This tab goes on with its own until you reload.',
    reload: 'Reload',
    otherProfile: (file: string, fingerprint: string): Piece[] => [
      'This link was made for another profile',
      ...(file === '' ? [] : [' ', { mono: file }]),
      ' (fingerprint ',
      { mono: fingerprint },
      ').',
    ],
    missing: (names: string, others: string) =>
      `Not in this profile: ${names}${others !== '' ? ` and ${others} more` : ''}. The rest of the view is shown.`,
    noneMissing: 'All functions it names are in this one too.',
  },
  /** While something is opened, and why it cannot be. */
  opening: {
    pasted: 'pasted text',
    inLink: 'the profile in this link',
    beforeInLink: 'the profile before, in this link',
    andMore: (names: string, others: string) => `${names} and ${others} more`,
    noSamples: 'The samples come with the page where it is served, not with this file.',
    noSample: (name: string) => `There is no sample called "${name}". The samples are on the first page.`,
    readerStopped: (message: string) => `The reader stopped: ${message}`,
    noAddress: (text: string) => `“${text}” is not an address.`,
    notOnWeb: (text: string) => `“${text}” is not an address on the web.`,
    fromDisk: (address: string) =>
      `This page was opened from a disk and fetches nothing. Save “${address}”, and drop it here.`,
    elsewhere: (origin: string, address: string) =>
      `The link asks for a profile at ${origin}, another place than this page comes from. Whoever hosts this page can allow it (see “Profiles by address” in the README); or save ${address}, and drop it here.`,
    answers: (address: string, status: number) =>
      `Nothing to open at ${address}: the server answers ${status}${status === 404 ? ' (not found)' : status === 401 || status === 403 ? ' (not allowed)' : ''}.`,
    tooLarge: (address: string, most: string) =>
      `More than ${most} lie at ${address}, which is more than a link may fetch. Save the file, and drop it here.`,
    outOfReach: (address: string) => `${address} is out of reach. Is the page still being served?`,
    outOfReachThere: (origin: string, address: string) =>
      `${origin} is out of reach, or does not let this page read ${address}: its server must answer with \`Access-Control-Allow-Origin\`. Save the file, and drop it here.`,
    noGraphviz: 'Graphviz could not be loaded.',
    noLayout: (seconds: string) => `No layout was found within ${seconds} seconds.`,
  },
}

/** What every language says at first. */
export type FirstMessages = typeof firstEn
