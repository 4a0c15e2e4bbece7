// What transforms are called, and what became of them, for people.

import { foldName, type Profile, type Say, type Step, type Transform, visibleText } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatPercent, formatTime, THIN } from '../../ui/format.ts'

type MatchKind = Exclude<Extract<Transform, { match: string }>['kind'], 'collapse' | 'whatIf'>

/** Those that may be about any functions that a text matches, in the order they are offered. */
export const matchKinds: readonly MatchKind[] = ['focus', 'ignore', 'hide', 'showFrom', 'pruneBelow']

const LONGEST_NAME = 32

/** The bold and the plain part of a chip: `hide` and `/re/`. */
export function chipText(transform: Transform): { verb: string; about: string; full: string } {
  const text = (verb: string, about = '') => ({
    verb,
    about: foldName(visibleText(about), LONGEST_NAME),
    full: visibleText(about),
  })
  const words = messages().transforms
  switch (transform.kind) {
    case 'whatIf':
      return text(messages().whatIf.title, transform.match)
    case 'foldRecursion':
      return text(words.foldRecursion.done)
    case 'groupBy':
      return text(words.groupBy, transform.by)
    case 'cut': {
      const [first, ...others] = transform.arcs
      const arc = `${foldName(first.caller, LONGEST_NAME / 2)} → ${foldName(first.callee, LONGEST_NAME / 2)}`
      const full = transform.arcs.map(({ caller, callee }) => `${caller} → ${callee}`).join(', ')
      return {
        verb: words.cut,
        about: others.length > 0 ? words.cutWithOthers(arc, formatCount(others.length)) : arc,
        full,
      }
    }
    case 'collapse':
      return text(words.collapse, transform.match)
    default:
      return text(words[transform.kind].done, transform.match)
  }
}

/** What a transform did: `10 functions, 3.1 s left out`. */
export function effectText(transform: Transform, step: Step, { total, unit }: Profile, say: Say): string {
  const words = messages().transforms
  // Where nothing was matched, it is the expression that cannot be used.
  if (step.error !== null) return step.matched === 0 ? words.noExpression(say(step.error)) : say(step.error)
  const isCut = transform.kind === 'cut'
  if (step.matched === 0) return isCut ? words.noSuchCall : words.matchesNothing
  const counted = isCut ? words.arcs : messages().ui.functions
  const parts = [counted(formatCount(step.matched), step.matched)]
  if (step.lost > 0)
    parts.push(words.leftOut(formatTime(step.lost, unit), `${formatPercent(step.lost / total)}${THIN}%`))
  if (step.estimated) parts.push(words.estimated)
  return parts.join(' · ')
}
