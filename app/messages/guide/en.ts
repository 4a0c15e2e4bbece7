// Notes on samples in English, for people who see their first profile.

import type { GuideMessages } from './guide.ts'

export const guideEn: GuideMessages = {
  title: 'Guided notes',
  step: (step, of) => `${step} of ${of}`,
  back: 'Back',
  next: 'Next',
  close: 'Close the notes',
  notes: {
    recursion: [
      {
        says: 'A function that calls itself: `fib` was called `40` times by others, and 299 million times by itself. gprof writes `40+299263720`. Time per call is that of the 40.',
        show: 'Show the entry of fib',
      },
      {
        says: '`often` made `30/40` of those calls and `seldom` `10/40`, so gprof gives `often` three quarters of the time. In this program it is the other way round: `seldom` asks for far larger numbers. No count tells that, so the time is dotted: it may be anything between 0 and all.',
        show: 'Show seldom in the flame chart',
      },
      {
        says: 'What would a faster `fib` help? Suppose that it took half its time: the bar under this note tells what that saves in all, from the least to the most that the data allow.',
        show: 'Suppose fib were twice as fast',
      },
    ],
    cyc: [
      {
        says: '`M` and `F` call each other: a cycle. gprof knows what `<cycle 4 as a whole>` took and how often it was called from outside and inside, `600+84498840`, and no time between `M` and `F`.',
        show: 'Show M and its cycle',
      },
      {
        says: 'Where the inside does not matter, take the cycle as one function: the graph gets simpler, and all times are known again. The chip under this note takes it back.',
        show: 'Collapse the cycle of M',
      },
      {
        says: 'Where it does matter, leave out a call that holds it together, here from `M` to `F`. Then it is no cycle any more, and what `M` took is part of what `F` took.',
        show: 'Cut the call from M to F',
      },
    ],
    templates: [
      {
        says: 'C++ names may be longer than the window. Short names leave out arguments of templates and of functions; what is copied, searched and linked is still the full name.',
        show: 'Show short names',
      },
      {
        says: 'One small function of a library is seldom the point. Put together by class, or by namespace where there is none, `std::_Rb_tree` and `geo::v2::Shape` are a node each, with the time of all their functions.',
        show: 'Group by namespace',
      },
      {
        says: 'A search marks its hits in every view and tells what they took together. Here it is the code of the program itself, `geo::v2`; the comparison of shapes, `operator<`, has most of the time below it.',
        show: 'Search for geo::v2',
      },
    ],
    'postgres-set': [
      {
        says: 'PostgreSQL starts a process for each connection, and each leaves a profile of its own. Here are 24, a row each; the darker a cell, the more of its time a process spent in that function. The oddest comes first.',
        show: 'Show the processes',
      },
      {
        says: '`8723` is the WAL sender: it sends the log to a standby and wakes up who waits for that. Chosen alone, all views are of it; `WalSndLoop` is where it lives.',
        show: 'Choose process 8723',
      },
      {
        says: 'Two sessions side by side, `8767` before and `8772` after, by share of their time. They look different, but with 36 and 82 samples no function differs by more than chance may do: all is grey.',
        show: 'Compare 8767 with 8772',
      },
    ],
    short: [
      {
        says: 'The program ended before gprof looked for the first time: no samples, so every time is 0. The Doctor says so, and how to come to samples.',
        show: 'Open the Doctor',
      },
      {
        says: 'Calls were counted all the same, and exactly. Widths and the list go by calls here: `f` was called `10` times by `main`, and called `g` `10` times.',
        show: 'Show everything by calls',
      },
      {
        says: 'gprof itself writes `no time accumulated`, and the unit of times per call becomes `Ts/call`, as it finds none that fits.',
        show: 'Show the report',
      },
    ],
    'walsender-excerpt': [
      {
        says: 'Somebody cut this listing for a web page. 9 of 1 012 entries are there; what follows from them is shown, and what is missing is said.',
        show: 'Open the Doctor',
      },
      {
        says: '`WalSndLastCycleHandler` has 71.6 % of the samples and a blank where calls are: it has no recorded call. Such a function was not compiled with -pg, or its samples are somebody else’s.',
        show: 'Show WalSndLastCycleHandler',
      },
      {
        says: 'Every name and number of the text leads to the views. The entry of `SetLatch` is whole: `8551561/8551565` of its calls come from `SyncRepWakeQueue`.',
        show: 'Show SetLatch in the report',
      },
    ],
  },
}
