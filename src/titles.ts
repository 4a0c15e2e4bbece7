// What profiles of several files are called. A title is a name like any other: it is kept, and goes into links, in English,
// and what it is made from can be read off it again.

import { type Said, type Say, sayer } from './saying.ts'

export const titleSentences = {
  titleOfProcesses: ({ program, processes }: { program: string; processes: number }) =>
    `${program}, ${processes} processes`,
  titleOfMean: ({ title }: { title: Said }, say: Say) => `${say(title)}, mean`,
  titleOfListings: ({ listings }: { listings: number }) => `sum of ${listings} listings`,
}

const say = /* @__PURE__ */ sayer(titleSentences)

/** The title of a sum of processes of a program. */
export const titleOfProcesses = (program: string, processes: number): string =>
  say('titleOfProcesses', { program, processes }).message

/** `postgres, 24 processes`; links of earlier versions say runs. */
const ofProcesses = /^(.+), (\d{1,9}) (?:processes|runs)$/

/** The program of a title that {@link titleOfProcesses} has made; of another the whole title. */
export const programOfTitle = (title: string): string => ofProcesses.exec(title)?.[1] ?? title

/**
 * The title of one process of which something is told, as `ps` does: that first, since it is what people know it by.
 *
 * @param title Of its file alone, `postgres gprof/8723/gmon.out`.
 * @param path The file, which its name stands for.
 */
export function titleOfProcess(told: string, title: string, { path, name }: { path: string; name: string }): string {
  const own = title.endsWith(` ${path}`) ? `${title.slice(0, -path.length)}${name}` : title
  return `${told}${BESIDE}${own}`
}

const BESIDE = ' · '

/** Whether a title is one that {@link titleOfProcess} has made of what is told: its beginning tells most. */
export const isTold = (title: string): boolean => title.includes(BESIDE)

/** The title of a mean, by that of the sum. */
export const titleOfMean = (sum: string): string => say('titleOfMean', { title: saidTitle(sum) }).message

/** The title of a sum of listings. */
export const titleOfListings = (listings: number): string => say('titleOfListings', { listings }).message

/** A title as it is said in other languages: a name that is none of those above is the same in all. */
export function saidTitle(title: string): Said {
  const [, sum] = /^(.+), mean$/.exec(title) ?? []
  if (sum !== undefined) return say('titleOfMean', { title: saidTitle(sum) })
  const [, program, processes] = ofProcesses.exec(title) ?? []
  if (program !== undefined) return say('titleOfProcesses', { program, processes: Number(processes) })
  const [, listings] = /^sum of (\d{1,9}) listings$/.exec(title) ?? []
  return listings === undefined
    ? { message: title, says: null }
    : say('titleOfListings', { listings: Number(listings) })
}
