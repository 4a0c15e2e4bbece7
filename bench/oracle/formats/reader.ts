// A reader of a format is a program that is not ours. What it says of a file, and what it should say of the profile that
// the file was written from, are both figures by what they are of: so one comparison serves all.

import { spawnSync } from 'node:child_process'
import type { FormatName } from '../../../src/export/formats.ts'
import type { Profile } from '../../../src/profile.ts'

/** `self f`, `f > g` and the like, each with its figure. */
export type Figures = Map<string, number>

export interface Reader {
  title: string
  format: FormatName
  /** What the machine lacks; null if the reader is there. */
  lacks(): string | null
  read(file: string): Figures | Promise<Figures>
  /** What it should say. */
  expected(profile: Profile): Figures
  /** How far two figures may be apart that are alike: of the figure, and in its unit. */
  slack: { relative: number; absolute: number }
  /** Which figures are compared: what either has, what it should say, or, of a reader that tells only the heaviest, what it says. */
  keysOf(profile: Profile): 'either' | 'expected' | 'read'
  close?(): Promise<void>
}

/** Where a reader and a profile disagree, in words; and how many figures were compared. */
export function compare(reader: Reader, profile: Profile, read: Figures): { compared: number; wrong: string[] } {
  const expected = reader.expected(profile)
  const { relative, absolute } = reader.slack
  const which = reader.keysOf(profile)
  const keys = [...(which === 'read' ? [] : expected.keys()), ...(which === 'expected' ? [] : read.keys())]
  const wrong: string[] = []
  for (const key of new Set(keys)) {
    // What is not mentioned is nothing.
    const [ours, theirs] = [expected.get(key) ?? 0, read.get(key) ?? 0]
    if (!(Math.abs(ours - theirs) <= absolute + relative * Math.abs(ours))) wrong.push(`${key}: ${theirs}, not ${ours}`)
  }
  if (which === 'read' && expected.size > 0 && read.size === 0) wrong.push('it read nothing')
  return { compared: new Set(keys).size, wrong }
}

/** What a command prints. @throws Error with what it complained of */
export function outputOf(command: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`)
  return stdout
}

/** Null if a command can be started, with whatever status it ends: some have none for success. */
export const lacksCommand = (command: string, ...args: string[]): string | null =>
  spawnSync(command, args).error ? `${command} is not installed` : null

/** A name as formats of lines have it. */
export const onOneLine = (name: string): string => name.replace(/\s+/g, ' ').trim()

/** Adds to a figure. */
export const add = (figures: Figures, key: string, value: number): void =>
  void figures.set(key, (figures.get(key) ?? 0) + value)
