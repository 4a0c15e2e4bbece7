// Why an expression cannot be searched for.

import { type Said, type Say, sayer } from '../saying.ts'

/** What the engine of expressions says, word for word. */
export const expressionFaults = {
  charRange: 'invalid character class range',
  escape: 'invalid escape sequence',
  namedGroup: 'invalid named capture',
  perlSyntax: 'invalid or unsupported Perl syntax',
  repeatOfRepeat: 'invalid nested repetition operator',
  repeatCount: 'invalid repeat count',
  missingBracket: 'missing closing ]',
  missingParenthesis: 'missing closing )',
  nothingToRepeat: 'missing argument to repetition operator',
  trailingBackslash: 'trailing backslash at end of expression',
  sameGroupName: 'duplicate capture group name',
  unexpectedParenthesis: 'unexpected )',
  nestsTooDeeply: 'expression nests too deeply',
  expressionTooLarge: 'expression too large',
  groupInLookbehind: 'invalid capture in lookbehind',
}

export const querySentences = {
  faultIn: ({ fault, part }: { fault: Said; part: string }, say: Say) => `${say(fault)} \`${part}\``,
  tooManySteps: 'It repeats so much that to search for it would take too long.',
}

export const sayFault = /* @__PURE__ */ sayer(expressionFaults)
export const say = /* @__PURE__ */ sayer(querySentences)
