// Help in English: each word of gprof in general, and by the figures on screen.

import type { LearnMessages } from './learn.ts'

const counted = (text: string, n: number, one: string, many: string) => `${text} ${n === 1 ? one : many}`

export const learnEn: LearnMessages = {
  title: 'What the numbers mean',
  here: 'Here:',
  before: 'Before:',
  after: 'After:',
  shownBy: (name, isChosen) =>
    isChosen
      ? `Shown by the figures of ${name}, which is chosen; by those of another function where it has none.`
      : `Shown by the figures on screen, of ${name} above all, the heaviest. Choose another function to see its own.`,
  comparedBy: (name, isChosen) =>
    isChosen
      ? `Two profiles are compared. Words are shown by the figures of ${name}, which is chosen, before and after, as far as it has them.`
      : `Two profiles are compared. Words are shown by the figures of ${name}, the first of the changes, before and after. Choose another function to see its own.`,
  comparing: 'Two profiles are compared: each figure stands there twice, before and after. What it means is the same.',
  nothingOpen: 'With a profile open, each word is shown by the figures on screen.',
  words: {
    self: {
      word: 'Self',
      means:
        'Time in the function itself. At regular moments gprof looks where the program is: each look is a sample, and self time is how many fell into the function; one on the border of two is divided. n samples are uncertain by about √n; that is the whisker on a bar and the ± beside a number.',
      shows: ({ fn, time, samples, samplePeriod, error }, { name, time: amount, decimal, count }) =>
        `${name(fn)} has ${amount(time)} self = ${
          Math.abs(samples - Math.round(samples)) < 0.05
            ? counted(count(Math.round(samples)), Math.round(samples), 'sample', 'samples')
            : `${decimal(samples)} samples`
        } of ${amount(samplePeriod)}, uncertain by ± ${amount(error)}.`,
    },
    rank: {
      word: 'Rank',
      means:
        'Place by self time. Another run has other samples, so where the order is not significant it is a range of places, which holds with 95 % confidence.',
      shows: ({ fn, first, last, of }, { name, count }) =>
        first === last
          ? `${name(fn)} is number ${count(first)} of ${count(of)}.`
          : `${name(fn)} may be any of number ${count(first)} to ${count(last)} of ${count(of)}.`,
    },
    total: {
      word: 'Total',
      means: 'Self time and children: the time of what the function called, as far as it was passed up to it.',
      shows: ({ fn, self, children, total }, { name, time }) =>
        `total of ${name(fn)} = self + children: ${time(self)} + ${time(children)} = ${time(total)}.`,
    },
    percent: {
      word: '%',
      means:
        'A time as a share of all samples in the profile. Self shares add up to 100 %; total shares do not, as the time of a function is in the total of each of its callers too.',
      shows: ({ fn, self, all, selfShare, totalShare }, { name, time, share }) =>
        `${name(fn)} has ${time(self)} of ${time(all)} itself, which is ${share(selfShare)}; with its children ${share(totalShare)}.`,
    },
    calls: {
      word: 'Calls',
      means:
        'Counted each time the function is entered, not sampled: exact. Calls of a function to itself are told apart.',
      shows: ({ fn, calls }, { name, count }) =>
        `${name(fn)} was called ${counted(count(calls), calls, 'time', 'times')} by others.`,
    },
    perCall: {
      word: 'Per call',
      means:
        'Time divided by calls from others: an average. gprof never measures a single call, so one slow call among many fast ones cannot be seen.',
      shows: ({ fn, calls, self, total }, { name, time, count }) =>
        `${name(fn)} took ${time(self)} self and ${time(total)} total for each of ${counted(count(calls), calls, 'call', 'calls')}.`,
    },
    selfCalls: {
      word: 'n+m',
      means:
        'Calls of a recursive function, or of a cycle: n from outside, m of the function to itself or among the members. Only the n are used to divide its time among callers.',
      shows: ({ fn, others, own }, { name, count }) =>
        `${name(fn)} has \`${count(others)}+${count(own)}\`: ${counted(count(others), others, 'call', 'calls')} from others, and ${count(own)} from itself.`,
    },
    ofAll: {
      word: 'n/m',
      means:
        'Calls of one caller, of all calls: n here of m in all. gprof gives the caller n/m of the time, as if each call cost the same. Where n is m, only n is shown.',
      shows: ({ caller, callee, here, all, time: passed, least, most }, { name, time, count }) =>
        `${name(caller)} called ${name(callee)} \`${count(here)}/${count(all)}\` times: ${count(here)} of ${count(all)}. It gets that part of the time, ${time(passed)}; what really went that way is between ${time(least)} and ${time(most)}.`,
    },
    cycle: {
      word: 'cycle as a whole',
      means:
        'Functions that call one another, round and round. gprof cannot divide time among them, so it treats them as one: it knows the time of the cycle as a whole and who called into it, and no time between its members.',
      shows: ({ number, members, self, children, calls, innerCalls }, { time, count }) =>
        `cycle ${number} has ${count(members)} members and took ${time(self)} self + ${time(children)} children; ${counted(count(calls) || '0', calls, 'call', 'calls')} came from outside, ${count(innerCalls) || '0'} were among members.`,
    },
    spontaneous: {
      word: 'spontaneous',
      means:
        'No caller was recorded; gprof prints `<spontaneous>`. It was called by the system, or by code that was not compiled with -pg: the start of the program, a signal handler, a thread, what a library calls back.',
      shows: ({ fn, total }, { name, time }) => `${name(fn)} has no recorded caller, and ${time(total)} in all.`,
    },
    index: {
      word: '[n]',
      means:
        'gprof’s number of a function: where its entry stands in the call graph of the report, the largest total first.',
      shows: ({ fn, index }, { name }) => `${name(fn)} is \`[${index}]\`.`,
    },
    certain: {
      word: 'certain, assumed',
      means:
        'Time that has only one place it can be is certain and drawn solid: the function’s own, and that of callees which nobody else calls. Time that is divided by call counts is assumed, and dotted.',
      shows: ({ share }, { share: percent }) => `${percent(share)} of the time has only one place it can be.`,
    },
    blank: {
      word: 'Blank',
      means:
        'Not recorded, which is something else than 0: code without -pg gets samples, but nobody counts its calls.',
      shows: ({ functions }, { count }) =>
        `${counted(count(functions), functions, 'function has', 'functions have')} samples and no recorded call.`,
    },
  },
  comparedTitle: 'Of two profiles',
  compared: [
    {
      word: 'Difference',
      means:
        'After less before. Its 95 % range is where it would lie, in 95 of 100 cases, if both were measured again: samples fall by chance. Where means of several runs are compared, it is how the runs differ among themselves, too.',
    },
    {
      word: 'sure, may be chance',
      means:
        'Sure is what differs by more than chance; of all that is called sure, at most 5 % is expected to be wrong. The rest is grey.',
    },
    {
      word: 'Time, share, per call',
      means:
        'What is compared: times as they are, each as a share of its own profile, or for each call. Shares suit runs of different length, per call suits runs with different work.',
    },
  ],
  assumed: 'What is assumed',
  assumption:
    'gprof records who called whom and how often, never whole stacks. Where a function has several callers, its time is split among them by calls, as if every call cost the same. Such time is dotted in the pictures and has a ≈ before its number. Where you see a dotted box, point at it: the range it may lie in is told.',
  keys: 'Keys',
  keysDo: {
    search: 'search functions; plain text, or /regex/',
    hits: 'in the search field: next and previous hit',
    list: 'in the function list: move; Enter chooses',
    graph: 'in the call graph: to the heaviest caller or callee, to the neighbours, to the root',
    graphChoose: 'there: chooses; then shows hidden callees, hidden callers',
    menu: 'the menu of a function, in every view: focus, hide, fold, look around',
    transform: 'focus, hide or group by name or /regex/',
    flame: 'in the flame chart: move, zoom to a box, and out again',
    flameZoom: 'there: zoom in, left, zoom out, right; the wheel zooms with Ctrl, dragging zooms to a range',
    source: 'where the numbers of the chosen function come from, or those of the whole program; not in the flame chart',
    doctor: 'what speaks against the profile, and what to do; not in the flame chart',
    compare: 'compares with another profile',
    costmap: 'calls against time per call, and back',
    costmapPoints: 'there: to the nearest function, by time, to the heaviest; zoom in, zoom out, show all',
    export: 'exports the profile for pprof, KCachegrind, spreadsheets and others',
    processes: 'the processes of a set, and back; ↑ ↓ move, Enter chooses one, Space adds one, Shift takes all between',
    report: 'the report as gprof prints it, and back',
    reportLines: 'in the report: to another line, to the next and previous line found; Enter chooses',
    share: 'share: a link to this view, a link with the profile inside, or one HTML file',
    help: 'this help',
    panels: 'from panel to panel',
    paste: 'opens a listing from the clipboard',
    leave: 'leaves the search field, closes what is open',
  },
}
