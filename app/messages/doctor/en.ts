// What cards say in English. For people who have not seen gprof before: what it is, what it means, what to do.

import type { Part } from '../../../src/index.ts'
import type { CardFormats, CardMessages } from './cards.ts'

const list = (texts: readonly string[]) => texts.join(', ')
const functionsOf = (text: string, n: number) => (n === 1 ? '1 function' : `${text} functions`)
const rangesOf = (ranges: { low: string; high: string }[]) =>
  list(ranges.map(({ low, high }) => `\`${low}\` to \`${high}\``))
const partOf = ({ state, found, expected }: Part, what: string, { count }: CardFormats) =>
  state === 'none'
    ? `no ${what}`
    : expected > found
      ? `${count(found)} of ${count(expected)} ${what}`
      : `${count(found)} ${what}`

export const cardsEn: CardMessages = {
  wrongExecutable: ({ program, ranges, code, fit, arcs }, { code: word, count, share }) => ({
    title: `The gmon.out does not fit ${word(program)}`,
    evidence: [
      ...(ranges.length > 0 ? [`Samples are from ${rangesOf(ranges)}.`] : []),
      `The functions of this executable are from ${rangesOf([code])}.`,
      ...(arcs > 0 && fit >= 0
        ? [
            `${share(fit)} of ${count(arcs)} records of calls lead to the beginning of a function. Where both belong together, most do.`,
          ]
        : []),
    ],
    why: 'A gmon.out holds addresses and no names. Read with another program, or another build of the same one, they point into the wrong functions: names and times on screen mean nothing.',
    next: 'Drop the executable that wrote the file, of the same build.',
  }),
  movedProgram: ({ program, fit, distance, fitMoved, arcs }, { code, count, share }) => ({
    title: `${code(program)} ran at other addresses than those it was linked at`,
    evidence: [
      `${share(fit)} of ${count(arcs)} records of calls lead to the beginning of a function. Taken \`${distance}\` lower, ${share(fitMoved)} do.`,
    ],
    why: 'It may run at any address (PIE), and C libraries before glibc 2.27 write the addresses it ran at. Names and times on screen are of the wrong functions.',
    next: 'Link it without PIE, and run it again:',
  }),
  badRange: ({ ranges }) => ({
    title: 'The file is damaged: its samples have no place',
    evidence: [`They are said to be from ${rangesOf(ranges)}, which ends where it begins or before.`],
    why: 'Nobody knows which sample belongs to which function, so times mean nothing. Counts of calls are not concerned.',
    next: 'Run the program again, and let it end by itself: then it writes the whole file.',
  }),
  nothingRecorded: ({ bins, rate }, { count }) => ({
    title: 'Nothing was recorded: no samples and no calls',
    evidence: [
      bins > 0
        ? `${count(bins)} counters of samples, ${count(rate)} samples per second: all are 0. There is no record of a call.`
        : 'The file has a head and nothing behind it: no counters of samples, no records of calls.',
    ],
    why: 'The program ended before the first sample, and its code was not compiled with `-pg`. To link with `-pg` is enough for a gmon.out, but not for anything to be in it.',
    next: 'Compile all of it with `-pg`, and let it work for some seconds:',
  }),
  noSamples: ({ arcs, calls, hasHistogram, samplePeriod, ranges, runs }, { count, seconds }) => ({
    title: 'No samples: calls are known, times are not',
    evidence: [
      `0 samples, and ${count(calls)} ${calls === 1 ? 'call' : 'calls'} between ${count(arcs)} ${arcs === 1 ? 'pair' : 'pairs'} of functions. Counts are exact.`,
      ...(hasHistogram
        ? ranges.length > 0
          ? [`Samples were taken from ${rangesOf(ranges)}.`]
          : []
        : ['The file has no counters of samples: the program may have switched sampling off (`moncontrol`).']),
    ],
    why:
      samplePeriod > 0
        ? `One sample is taken every ${seconds(samplePeriod)} of processor time. The program used less, or spent its time where gprof does not look: in shared libraries, in the kernel, waiting.`
        : 'Without samples there is no time that could be told of a function.',
    next: `All views show calls instead of times. For times of ±10 %, give the program more to do, or add up ${count(runs)} runs and more, and drop the gmon.sum of them:`,
  }),
  noArcs: ({ samples, functions }, { count }) => ({
    title: 'No calls: times are known, but not who called whom',
    evidence: [
      samples >= 0
        ? `${count(samples)} samples in ${functionsOf(count(functions), functions)}, and not one call.`
        : `${functionsOf(count(functions), functions)} with time, and not one call.`,
    ],
    why: 'Calls are counted by code that the compiler adds with `-pg`. This program was only linked with it, so the call graph, entries and the flame chart have nothing to show but single functions.',
    next: 'The list of functions tells where the time went. For the rest, compile everything with `-pg` too, and run it again:',
  }),
  stripped: ({ program, debugFile, isByAddress, named, unnamed, stretches }, { code, count }) => ({
    title: isByAddress
      ? `${code(program)} was stripped: its functions have addresses for names`
      : `${code(program)} was stripped: most of its functions have no names`,
    evidence: [
      isByAddress
        ? `Its symbol table is gone. ${functionsOf(count(unnamed), unnamed)} ${unnamed === 1 ? 'is' : 'are'} known by address alone, from the unwind table (\`.eh_frame\`); ${count(named) || '0'} ${named === 1 ? 'has a name' : 'have names'}.`
        : `${functionsOf(count(named), named)} left, those that other programs may call.`,
      ...(stretches > 0
        ? [
            `${stretches === 1 ? 'One stretch' : `${count(stretches)} stretches`} of code, named by both ends, may hold several functions.`,
          ]
        : []),
      ...(debugFile.name ? [`Its debug file is called ${code(debugFile.name)}.`] : []),
      ...(debugFile.buildId ? [`Its build id is \`${debugFile.buildId}\`.`] : []),
    ],
    why: isByAddress
      ? '`strip`, or `-s` when it was linked, took the names away, and gprof itself reads no such executable. Times, calls and who calls whom are the same as with names. An address stands for a function in this build only: compare no other build by it.'
      : 'Time in functions without a name is counted for the last named one before them, so names and times do not belong together.',
    next: isByAddress
      ? 'Drop the executable from before `strip`, of the same build, or its debug file. `nm` tells whether a file has names, `addr2line` those of single addresses. Without one, build anew without `-s` and `strip`:'
      : 'Drop the executable from before `strip`, of the same build, or its debug file. Without either, build it anew without `-s`:',
  }),
  cutListing: ({ flatProfile, callGraph, leftOut, leftOutCount, isKnown }, formats) => ({
    title: 'Parts of this listing are missing',
    evidence: [
      `Here: ${partOf(flatProfile, 'rows of the flat profile', formats)}, ${partOf(callGraph, 'entries of the call graph', formats)}.`,
      ...(leftOut
        ? [
            `Lines were left out in ${leftOutCount === 1 ? 'one place' : `${formats.count(leftOutCount)} places`}, first at line ${formats.count(leftOut.line)}: ${formats.code(leftOut.text.trim())}`,
          ]
        : []),
    ],
    why: isKnown
      ? 'What is there accounts for all calls, so times are known all the same.'
      : 'Functions and calls that were cut out are in no view. Where they would be, views say “not in the listing”; shares are of the time that is known.',
    next: 'Ask for the whole listing, or print it again:',
  }),
  onePart: ({ part, found }, { count }) =>
    part === 'flat'
      ? {
          title: 'Only the flat profile is here: who called whom is not known',
          evidence: [`${count(found)} rows of a flat profile, and no call graph.`],
          why: 'It was printed with `-p`, or copied in part. The call graph, entries and the flame chart can show single functions only.',
          next: 'Print both tables:',
        }
      : {
          title: 'Only the call graph is here',
          evidence: [`${count(found)} entries, and no flat profile.`],
          why: 'It was printed with `-q`, or copied in part. Nothing is wrong: entries tell the times of all functions.',
          next: 'For both tables:',
        },
  oddRate: ({ rate, others }, { count, decimal }) => ({
    title:
      others.length > 0
        ? 'The file states several rates of samples'
        : 'The file states a rate of samples that cannot be',
    evidence: [
      `${Number.isInteger(rate) ? count(rate) : decimal(rate)} samples per second${others.length > 0 ? `, and elsewhere ${list(others.map(count))}` : ''}.`,
    ],
    why:
      rate === 0
        ? 'Seconds are samples divided by this rate, so there are none: times are shown as numbers of samples.'
        : 'Seconds are samples divided by this rate, and as wrong as it is. Shares and numbers of samples hold.',
    next: 'Trust shares, not seconds. To mend it, run the program again.',
  }),
  fewSamples: ({ samples, first, second, apart, longer }, { code, count, decimal, share }) => ({
    title:
      apart < 1.96
        ? `${count(Math.round(samples))} samples are few: the order itself is uncertain`
        : `${count(Math.round(samples))} samples are few: times are rough`,
    evidence: [
      `One sample is ${share(1 / Math.max(1, samples))} of all time.`,
      second
        ? `${code(first.name)} has ${count(Math.round(first.samples))}, ${code(second.name)} ${count(Math.round(second.samples))}: they differ by ${decimal(apart)} times their sampling error. From 2 times on, the order is sure.`
        : `${code(first.name)} has ${count(Math.round(first.samples))}, and no other function has any.`,
    ],
    why: 'Samples are counted, so n of them are off by √n: 100 samples are ±10 %, 4 samples are ±50 %.',
    next: `For ±10 % on the first, run it ${count(longer)} times as long, or add up ${count(longer)} runs and drop their gmon.sum:`,
  }),
  fullBins: ({ bins, most, fullAfter, heaviest }, { code, count, seconds }) => ({
    title: 'Counters of samples ran over: the hottest code took longer than it says',
    evidence: [
      `${count(bins)} of them stand at ${count(most)}${fullAfter > 0 ? `, which is ${seconds(fullAfter)} in one place` : ''}.`,
    ],
    rows: heaviest.map(({ name, address, samples }) => ({
      name: code(name),
      says: `at \`${address}\`, ${count(samples)} samples`,
    })),
    why: 'A counter has 16 bits and begins again at 0 behind its end. Time is missing, and nobody can say how much.',
    next: 'Profile shorter runs, and drop their files together.',
  }),
  countOverflow: ({ arcs, heaviest }, { code, count }) => ({
    title: 'Counts of calls may have gone round',
    evidence: [
      `${arcs === 1 ? 'One pair of functions has' : `${count(arcs)} pairs of functions have`} more than ${count(2 ** 31)} calls.`,
    ],
    rows: heaviest.map(({ caller, callee, count: calls }) => ({
      name: `${code(caller.name)} → ${code(callee.name)}`,
      says: `${count(calls)} calls`,
    })),
    why: `A gmon.out keeps the last 32 bits of a count: after ${count(2 ** 32)} calls it begins again at 0. These, and others, may be too low, and times per call too high.`,
    next: 'Profile a shorter run.',
  }),
  countedTwice: ({ files }, { code, count }) => {
    const why =
      'All views show the sum of all files, so what is in two of them is in it twice. A `gmon.sum`, which `gprof -s` writes, holds what is in the files that it was made of.'
    const [{ file, of }, ...others] = files
    if (others.length > 0)
      return {
        title: `${count(files.length)} files are probably counted twice`,
        evidence: [],
        rows: files.slice(0, 5).map(({ file, of }) => ({
          name: code(file),
          says: of === null ? 'as much as all others together' : `the samples and calls of ${code(of)}`,
        })),
        why,
      }
    if (of === null)
      return {
        title: `Everything is counted twice: ${code(file)} is probably the sum of the other files`,
        evidence: ['It has as many samples and calls as all of them together.'],
        why,
      }
    return {
      title: `Counted twice: ${code(file)} is probably a copy of ${code(of)}`,
      evidence: ['Both have the same samples in the same functions, and as many calls.'],
      why,
    }
  },
  overwritten: ({ suspects, command }, { code, count }) => ({
    title:
      suspects.length === 1
        ? 'A file is probably not what it seems'
        : `${count(suspects.length)} files are probably not what they seem`,
    evidence: [],
    rows: suspects.slice(0, 5).map(({ kind, file, other }) => ({
      name: code(file),
      says: {
        shared: 'no number of a process in its name: of whichever wrote it last',
        autovacuum: 'written by all autovacuum workers, each over the last',
        number: `the same process as ${code(other ?? '')}`,
      }[kind],
    })),
    why: 'Each process writes its file when it ends, over one that is there. Of what several wrote, the last is left; of a process that is there twice, all is counted twice.',
    next: command ? 'Give each process a file of its own:' : 'Drop the others again without them.',
  }),
  forks: ({ file, calls }, { code }) => ({
    title: 'This program makes more processes, and the file is of one of them',
    evidence: [`It calls ${list(calls.map(code))}, and ${code(file)} has no number of a process in its name.`],
    why: 'All its processes write the same file when they end, so only the last one’s is left. What the others did is not in it.',
    next: 'Give each process a file of its own, and drop them all together:',
  }),
  inherited: ({ files, arcs, calls, callees }, { code, count }) => ({
    title: 'These processes come from one that forked: its calls are in each of them',
    evidence: [
      `${count(files)} files; ${arcs === 1 ? 'one pair of functions has' : `${count(arcs)} pairs of functions have`} the same count in all of them. The sum may have ${count(calls)} calls too many.`,
    ],
    rows: callees.map(({ name, calls }) => ({ name: code(name), says: `up to ${count(calls)} too many` })),
    why: 'A new process begins with the counts of the one it comes from, and writes them into its own file again. Times are not concerned.',
    next: 'All views show the sum of the processes. Under Processes you see each by itself, and choose some of them.',
  }),
  threads: ({ starts, roots, share }, { code, share: percent }) => ({
    title: 'This program uses threads: counts of calls may be too low',
    evidence: [
      `It has ${list(starts.map(code))}.`,
      ...(roots.length > 0
        ? [
            `${percent(share)} of the time hangs under ${list(roots.map(({ name }) => code(name)))}, where threads seem to begin: no caller was recorded.`,
          ]
        : []),
    ],
    why: 'Threads count their calls all at once, and some get lost. Who starts a thread is not recorded, so it begins as if called by nobody. On old systems only the main thread is sampled.',
    next: 'Trust times more than counts. For exact counts, run the program with one thread if it can.',
  }),
  timeOutside: ({ time, samples, share, range }, { time: amount, count, share: percent }) => ({
    title: `${amount(time)} belong to no function`,
    evidence: [
      `${percent(share)} of the time${samples >= 0 ? `, ${count(Math.round(samples))} samples` : ''}${range ? `, between \`${range.low}\` and \`${range.high}\`` : ''}.`,
    ],
    why: 'There is code without a name: what compiler and linker add, routines in assembler, parts that were stripped. It is in no row, so rows do not add up to all time.',
  }),
  droppedArcs: ({ records, ofRecords, calls, share }, { count, share: percent }) => ({
    title: `${count(calls)} ${calls === 1 ? 'call is' : 'calls are'} left out`,
    evidence: [
      `${count(records)} of ${count(ofRecords)} records of calls, with ${percent(share)} of the calls, begin or end in no function of the executable.`,
    ],
    why: 'gprof leaves them out without a word, and so do the views. Most come from shared libraries, or from code without a name.',
  }),
  folded: ({ symbols, heaviest, samples, calls }, { code, count }) => ({
    title: `${symbols === 1 ? 'A part or copy of a function is' : `${count(symbols)} parts and copies of functions are`} counted for the function before`,
    evidence: [`${count(samples)} samples and ${count(calls)} calls.`],
    rows: heaviest.map(({ name, into, samples, calls }) => ({
      name: code(name),
      says: `${into.name === '' ? '' : `for ${code(into.name)}: `}${count(samples)} samples, ${count(calls)} calls`,
    })),
    why: 'Compilers split functions and make copies of them, with names such as `f.cold` and `f.constprop.0`. gprof does not take these for functions: whichever has the address before gets what is theirs.',
  }),
  strayTime: ({ functions, time, share }, { code, time: amount, share: percent }) => ({
    title: `${amount(time)} in functions that do next to nothing`,
    evidence: [`${percent(share)} of the time.`],
    rows: functions.map(({ name, time }) => ({ name: code(name), says: amount(time) })),
    why: 'Compiler and linker add them, each a few instructions that run once. The time is of code behind them that has no name: routines in assembler, or those that count calls for the profile.',
  }),
  neighbour: ({ arcs, calls, share, heaviest }, { code, count, share: percent }) => ({
    title: `${count(calls)} calls are booked on the wrong caller`,
    evidence: [`${arcs === 1 ? 'One pair' : `${count(arcs)} pairs`} of functions, ${percent(share)} of all calls.`],
    rows: heaviest.map(({ booked, caller, callee, calls }) => ({
      name: `${code(booked.name)} → ${code(callee.name)}`,
      says: `${count(calls)} calls, by ${code(caller.name)} in truth`,
    })),
    why: 'Addresses of calls are rounded down when they are recorded, so a call near the beginning of a short function falls into the one before it.',
    next: 'Let all functions begin at multiples of 16 bytes, and run it again:',
  }),
  notCounted: ({ functions, time, share, heaviest }, { code, count, time: amount, share: percent }) => ({
    title:
      functions === 1
        ? `${code(heaviest[0].name)} takes time, but its calls were not counted`
        : `${count(functions)} functions take time, but their calls were not counted`,
    evidence: [`${amount(time)}, ${percent(share)} of all time.`],
    rows: heaviest.map(({ name, time }) => ({ name: code(name), says: amount(time) })),
    why: 'They were not compiled with `-pg`; or only a library calls them, as `qsort` calls what it compares with. Their time is passed on to no caller.',
    next: 'If they are your own, compile them with `-pg` too:',
  }),
  profilingOverhead: ({ routines, time, before, after, leftOut, share }, { code, time: amount, share: percent }) => ({
    title: `${percent(share)} of the time went into counting calls`,
    evidence: [
      ...(routines.length > 0
        ? [
            `${list(routines.map(({ name }) => code(name)))}: ${amount(time)}.`,
            `All time is ${amount(before)} with it and ${amount(after)} without.`,
          ]
        : []),
      ...(leftOut.time > 0
        ? [`gprof has left out already: ${list(leftOut.names.map(code))}, ${amount(leftOut.time)}.`]
        : []),
    ],
    why: 'With `-pg`, each call runs a routine that counts it. That is the measuring, not your program, and short functions that are called often suffer most.',
  }),
  spontaneous: ({ functions, heaviest, time, inMain, share }, { code, count, time: amount, share: percent }) => ({
    title:
      functions === 1
        ? `No caller was recorded for ${code(heaviest[0].name)}`
        : `No caller was recorded for ${count(functions)} functions`,
    evidence: [
      `${amount(time)} (${percent(share)}) begin there${inMain >= 0 ? `, ${amount(inMain)} begin in \`main\`` : ''}.`,
    ],
    rows: heaviest.map(({ name, time, calls }) => ({
      name: code(name),
      says: `${amount(time)}, makes ${count(calls)} ${calls === 1 ? 'call' : 'calls'}`,
    })),
    why: 'gprof calls that `<spontaneous>`. Signal handlers, threads and what libraries call back look like this, and nothing is wrong then. So do functions whose callers were not compiled with `-pg`.',
    next: 'If they have callers of your own, compile those with `-pg` too.',
  }),
  cycle: (
    { number, members, time, calls, innerCalls, loop, cut, command, share },
    { code, count, time: amount, share: percent },
  ) => ({
    title:
      loop.length > 0 && members <= 3
        ? `${list(loop.map(({ name }) => code(name)))} call one another: cycle ${count(number)}`
        : `${count(members)} functions call one another: cycle ${count(number)}`,
    evidence: [
      `${amount(time)} (${percent(share)}) in the cycle as a whole; ${count(calls) || '0'} calls from outside, ${count(innerCalls) || 'unknown'} among members.`,
      ...(loop.length > 0 ? [`Shortest loop: ${[...loop, loop[0]].map(({ name }) => code(name)).join(' → ')}.`] : []),
      ...(cut && cut.length > 0
        ? [
            `Without ${list(cut.slice(0, 3).map(({ caller, callee, calls }) => `${code(caller)} → ${code(callee)} (${count(calls)} calls)`))}${cut.length > 3 ? ` and ${count(cut.length - 3)} more` : ''} it would be none.`,
          ]
        : []),
    ],
    why: 'gprof knows the time of a cycle as a whole and divides none of it among its members: what their callers and callees get is coarse.',
    next: command
      ? 'To have it divided, let gprof leave those calls out:'
      : 'In the entry of a member you can collapse the cycle into one function.',
  }),
  splitByCalls: ({ certain, largest, share }, { code, count, time: amount, share: percent }) => ({
    title: `${percent(share)} of the time is divided by counts of calls`,
    evidence: [
      `${percent(certain)} has only one place it can be.`,
      `${code(largest.caller.name)} makes ${count(largest.count)} of ${count(largest.ofCalls)} calls of ${code(largest.callee.name)}. gprof gives it ${amount(largest.time)} for them; it may be anything from ${amount(largest.least)} to ${amount(largest.most)}.`,
    ],
    why: 'gprof does not time calls. Where a function has several callers, it takes each call to be as dear as any other. Views mark such times with ≈ and with dots.',
  }),
  smallFunctions: (
    { functions, heaviest, calls, time, share },
    { code, count, seconds, time: amount, share: percent },
  ) => ({
    title: `${functionsOf(count(functions), functions)} so short that counting the calls takes as long`,
    evidence: [`${count(calls)} calls, ${amount(time)}, ${percent(share)} of all time.`],
    rows: heaviest.map(({ name, calls, perCall }) => ({
      name: code(name),
      says: `${count(calls)} calls, ${seconds(perCall * 1e-9)} each`,
    })),
    why: 'To count a call takes 2 to 50 ns, and a part of it appears as time of the function and of its caller. With `-pg`, calls also are not inlined as they would be otherwise.',
    next: 'Before you make them faster, see how long the program takes when built without `-pg`.',
  }),
  recursion: ({ functions, heaviest }, { code, count, time: amount }) => ({
    title: functions === 1 ? `${code(heaviest[0].name)} calls itself` : `${count(functions)} functions call themselves`,
    evidence: [],
    rows: heaviest.map(({ name, calls, selfCalls, time }) => ({
      name: code(name),
      says: `${count(calls) || '0'}+${count(selfCalls)} calls, ${amount(time)}`,
    })),
    why: 'Calls by others and by itself are counted apart, as n+m. Those by itself pass no time on, so time in a recursion is counted once.',
  }),
  sameNames: ({ names, heaviest }, { code, count, time: amount }) => ({
    title:
      names === 1
        ? `${code(heaviest[0].name)} is the name of several functions`
        : `${count(names)} names are those of several functions each`,
    evidence: [],
    rows: heaviest.map(({ functions }) => ({
      name: list(functions.map(({ label }) => code(label))),
      says: list(functions.map(({ time }) => amount(time))),
    })),
    why: 'Static functions of several files may share a name, and compilers make constructors twice. Figures are kept apart; what stands behind the name tells which is meant.',
  }),
  mangledNames: ({ functions, example }, { code, count }) => ({
    title: functions === 1 ? 'A name is as the linker has it' : `${count(functions)} names are as the linker has them`,
    evidence: [`${code(example.name)} is ${code(example.means)}.`],
    why: 'The listing was printed with `--no-demangle` or `-T`. Figures are not concerned.',
    next: 'Print it again with readable names:',
  }),
  translated: ({ heading }, { code, count }) => ({
    title: 'This listing is not in English. It is read all the same',
    evidence: [`Line ${count(heading.line)}: ${code(heading.text.trim())}`],
    why: 'gprof translates headings and explanations, never figures and names: nothing is missing in any view.',
    next: 'Nothing needs to be done. For a listing in English, as other tools want it:',
  }),
  unreadLines: ({ lines, first }, { code, count }) => ({
    title:
      lines === 1
        ? 'A line within the tables was not understood'
        : `${count(lines)} lines within the tables were not understood`,
    evidence: [`Line ${count(first.line)}: ${code(first.text.trim())}`],
    why: 'They are no rows of any gprof that is known, and in no view. All other lines are.',
  }),
  uncoveredCode: ({ functions, of, ranges, code }, { count }) => ({
    title: `${count(functions)} of ${functionsOf(count(of), of)} could not be sampled`,
    evidence: [`Samples were taken from ${rangesOf(ranges)}; functions are from ${rangesOf([code])}.`],
    why: 'They lie outside, so their time is 0 whatever they did. Their calls are counted.',
  }),
  arcsNearLimit: ({ arcs, limit }, { count }) => ({
    title: 'Nearly as many pairs of functions as there is room for',
    evidence: [`${count(arcs)} of about ${count(limit)}.`],
    why: 'The C library keeps room for so many pairs of caller and callee. A run with more of them writes no gmon.out at all.',
    next: 'Give it more room:',
  }),
}
