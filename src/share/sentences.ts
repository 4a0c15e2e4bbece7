// What is said of packed profiles, and of links that carry them.

import { grouped, type Said, type Say, sayer } from '../saying.ts'

/** Parts of a packed profile. */
export const packedParts = {
  title: 'the title',
  unit: 'the unit of times',
  functionNames: 'the names of functions',
  sourceFiles: 'the source files of functions',
  samples: 'the samples',
  calls: 'the calls',
  cycles: 'the cycles',
  callOrder: 'the order of calls',
  functionTimes: 'the times of functions',
  times: 'the times',
  printedTimes: 'the times as printed',
  pruned: 'what was left out',
  completeness: 'how complete the listing was',
  warnings: 'the warnings',
  processNames: 'the names of processes',
  processSamples: 'the samples of processes',
  processCalls: 'the calls of processes',
  listingNames: 'the names of listings',
  listingRows: 'the functions and calls of listings',
  listingTimes: 'the times of listings',
  functionOrder: 'the order of functions',
  check: 'the check at its end',
}

export const shareSentences = {
  linkOdd: ({ at, letter }: { at: number; letter: string }) =>
    `The profile in the link cannot be read: character ${grouped(at)} of it is “${letter}”, which no such link has. Copy the whole link again, and nothing around it.`,
  linkCut: ({ length }: { length: number }) =>
    `The profile in the link was cut at character ${grouped(length)}. Mails and chats cut long links: ask for it as a file.`,
  nothingEmbedded: ({ name }: { name: string }) =>
    `“${name}” is Arcflame itself, as one file, and there is no profile in it. Open it in a browser and drop a profile there.`,
  notPacked: 'This is no profile that Arcflame packed. Copy the whole link again, or ask for the profile as a file.',
  packedLater: ({ version, known }: { version: number; known: number }) =>
    `The profile was packed by a later Arcflame, as version ${version}; this one reads version ${known}. Open it with the Arcflame that it came from, or reload this page to get a newer one.`,
  unpacksTooLarge: ({ mib }: { mib: number }) =>
    `The packed profile unpacks to more than ${mib} MiB, more than any that Arcflame makes: it is damaged, or meant to do harm. It was not opened.`,
  packedCut: ({ what, byte }: { what: Said; byte: number }, say: Say) =>
    `The packed profile was cut: it ends at byte ${grouped(byte)}, in the middle of ${say(what)}. Mails and chats cut long links: ask for it as a file.`,
  packedAltered: ({ what, byte }: { what: Said; byte: number }, say: Say) =>
    `The packed profile was altered on its way: ${say(what)} cannot be right, at byte ${grouped(byte)} of what is packed. Ask for it again, best as a file: mails and chats break long links.`,
  tooLargeToPack: ({ functions, arcs, mib }: { functions: number; arcs: number; mib: number }) =>
    `The profile is too large to be packed: ${grouped(functions)} functions, ${grouped(arcs)} arcs and ${mib} MiB are the most. Keep fewer functions, or pass on the file itself.`,
  nothingFits: ({ characters }: { characters: number }) =>
    `Not even one function of the profile fits into ${grouped(characters)} characters. Pass it on as a file.`,
}

export const sayPart = /* @__PURE__ */ sayer(packedParts)
export const say = /* @__PURE__ */ sayer(shareSentences)
