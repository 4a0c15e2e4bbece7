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

export function sayError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node advises to take the option for a file, which nobody means.
  const option = /^Unknown option '(.*?)'/.exec(error.message)
  return option ? `there is no option “${option[1]}”; \`--help\` lists all.` : error.message
}
