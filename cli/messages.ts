// What the command says on standard error.

import type { Issue } from '../src/index.ts'

/** Says why nothing came of it. Returns the exit status for that. */
export function fail(sentences: string[]): 1 {
  for (const sentence of sentences) say(sentence)
  return 1
}

/** Says something that the person should know, and goes on. */
export const say = (sentence: string): void => void process.stderr.write(`arcflame: ${sentence}\n`)

/** A sentence about a file, with its name where that is not in it. */
export const sayIssue = ({ message, file }: Pick<Issue, 'message' | 'file'>): string =>
  file === undefined || message.includes(file) ? message : `${file}: ${message}`

export const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error))
