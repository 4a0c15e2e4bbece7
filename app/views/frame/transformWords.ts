// What transforms are called, and what became of them, for people.

import { foldName, type Profile, type Step, type Transform, visibleText } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatPercent, formatTime, THIN } from '../../ui/format.ts'

type MatchKind = Exclude<Extract<Transform, { match: string }>['kind'], 'collapse' | 'whatIf'>

/** Those that may be about any functions that a text matches, in the order they are offered. */
export const matchVerbs: { kind: MatchKind; verb: string; does: string }[] = [
  { kind: 'focus', verb: 'Focus', does: 'only call paths through it' },
  { kind: 'ignore', verb: 'Ignore', does: 'without call paths through it' },
  { kind: 'hide', verb: 'Hide', does: 'as if inlined: its time joins its callers’' },
  { kind: 'showFrom', verb: 'Show from', does: 'only what is called from it' },
  { kind: 'pruneBelow', verb: 'Prune below', does: 'what it calls becomes its own time' },
]

const LONGEST_NAME = 32

/** The bold and the plain part of a chip: `hide` and `/re/`. */
export function chipText(transform: Transform): { verb: string; about: string; full: string } {
  const text = (verb: string, about = '') => ({
    verb,
    about: foldName(visibleText(about), LONGEST_NAME),
    full: visibleText(about),
  })
  switch (transform.kind) {
    case 'whatIf':
      return text(messages().whatIf.title, transform.match)
    case 'foldRecursion':
      return text('fold recursion')
    case 'groupBy':
      return text('group by', transform.by)
    case 'cut': {
      const [first, ...others] = transform.arcs
      const more = others.length > 0 ? ` and ${others.length} more` : ''
      const full = transform.arcs.map(({ caller, callee }) => `${caller} → ${callee}`).join(', ')
      return {
        verb: 'cut',
        about: `${foldName(first.caller, LONGEST_NAME / 2)} → ${foldName(first.callee, LONGEST_NAME / 2)}${more}`,
        full,
      }
    }
    case 'collapse':
      return text('collapse the cycle of', transform.match)
    default: {
      const known = matchVerbs.find(({ kind }) => kind === transform.kind)
      return text(known?.verb.toLowerCase() ?? '', transform.match)
    }
  }
}

/** What a transform did: `10 functions, 3.1 s left out`. */
export function effectText(transform: Transform, step: Step, { total, unit }: Profile): string {
  // Where nothing was matched, it is the expression that cannot be used.
  if (step.error !== null) return step.matched === 0 ? `no expression: ${step.error}` : step.error
  const isCut = transform.kind === 'cut'
  if (step.matched === 0) return isCut ? 'no such call here' : 'matches nothing here'
  const things = isCut ? 'arc' : 'function'
  const parts = [`${formatCount(step.matched)} ${things}${step.matched === 1 ? '' : 's'}`]
  if (step.lost > 0) parts.push(`${formatTime(step.lost, unit)} left out, ${formatPercent(step.lost / total)}${THIN}%`)
  if (step.estimated) parts.push('some counts estimated')
  return parts.join(' · ')
}
