// What profiles of several files are called. A title is a name like any other: it is kept, and goes into links, in English,
// and what it is made from can be read off it again.

import { type Said, type Say, sayer } from './saying.ts'

export const titleSentences = {
  titleOfRuns: ({ program, runs }: { program: string; runs: number }) => `${program}, ${runs} runs`,
  titleOfMean: ({ title }: { title: Said }, say: Say) => `${say(title)}, mean`,
  titleOfListings: ({ listings }: { listings: number }) => `sum of ${listings} listings`,
}

const say = /* @__PURE__ */ sayer(titleSentences)

/** The title of a sum of runs of a program. */
export const titleOfRuns = (program: string, runs: number): string => say('titleOfRuns', { program, runs }).message

/** The program of a title that {@link titleOfRuns} has made; of another the whole title. */
export const programOfTitle = (title: string): string => title.replace(/, \d+ runs$/, '')

/** The title of a mean, by that of the sum. */
export const titleOfMean = (sum: string): string => say('titleOfMean', { title: saidTitle(sum) }).message

/** The title of a sum of listings. */
export const titleOfListings = (listings: number): string => say('titleOfListings', { listings }).message

/** A title as it is said in other languages: a name that is none of those above is the same in all. */
export function saidTitle(title: string): Said {
  const [, sum] = /^(.+), mean$/.exec(title) ?? []
  if (sum !== undefined) return say('titleOfMean', { title: saidTitle(sum) })
  const [, program, runs] = /^(.+), (\d{1,9}) runs$/.exec(title) ?? []
  if (program !== undefined) return say('titleOfRuns', { program, runs: Number(runs) })
  const [, listings] = /^sum of (\d{1,9}) listings$/.exec(title) ?? []
  return listings === undefined
    ? { message: title, says: null }
    : say('titleOfListings', { listings: Number(listings) })
}
