import { type FunctionRow, foldName, type Profile, selfErrorOf, totalOf } from '../../../src/index.ts'
import { messages, useMessages } from '../../messages/messages.ts'
import { chosenRow, comparison, isComparing, nameOf } from '../../state/derive.ts'
import { fillWith, useApp } from '../../state/store.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { amountsFor, sureWords } from '../compared/amounts.ts'

/** On a narrow screen: what is chosen, in every view; a tap opens its entry. */
export function ChoiceBar({ profile }: { profile: Profile }) {
  const fn = useApp(chosenRow)
  const name = useApp(nameOf)
  const comparing = useApp(isComparing)
  const inEntry = useApp(state => state.view.panel === 'entry')
  if (fn < 0 || inEntry) return null
  return (
    <button type="button" className="choice-bar" onClick={() => fillWith('entry')}>
      <span className="choice-text">
        <span className="choice-name mono">{foldName(name(fn), 44)}</span>
        <span className="choice-facts">
          {comparing ? <Change profile={profile} fn={fn} /> : factsOf(profile, fn).join(' · ')}
        </span>
      </span>
      <Icon name="chevron" />
    </button>
  )
}

interface FactsProps {
  profile: Profile
  fn: FunctionRow
}

/** How a function differs between two profiles. */
function Change({ profile, fn }: FactsProps) {
  const words = useMessages().compare
  const compared = useApp(comparison)
  const which = useApp(state => state.view.compared)
  if (!compared) return null
  const { a, b } = compared[which]
  const largest = Math.max(0, ...[a[fn], b[fn]].filter(Number.isFinite))
  const { unit, text, change } = amountsFor(compared.normalisation, largest, profile.unit, words)
  return words.choiceSaid(
    words[which],
    words.fromTo(text(a[fn]), text(b[fn]), unit),
    change(b[fn] - a[fn]),
    sureWords(compared, which, fn, words),
  )
}

/** Self, total and calls, as far as they are known. */
function factsOf(profile: Profile, fn: FunctionRow): string[] {
  const words = messages().frame
  const { functions, total, samplePeriod } = profile
  const self = functions.self[fn]
  const error = selfErrorOf(self, samplePeriod)
  const facts = [
    self >= 0 &&
      (error > 0
        ? words.selfWithin(formatPercent(self / total), formatPercent(error / total))
        : words.self(formatPercent(self / total))),
    totalOf(profile)[fn] >= 0 && words.total(formatPercent(totalOf(profile)[fn] / total)),
    functions.calls[fn] >= 0 && words.calls(formatCount(functions.calls[fn]), functions.calls[fn]),
  ]
  return facts.filter(fact => fact !== false)
}
