import { foldName, type Profile, totalOf } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, nameOf } from '../../state/derive.ts'
import { fillWith, useApp } from '../../state/store.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'

/** On a narrow screen: what is chosen, in every view; a tap opens its entry. */
export function ChoiceBar({ profile }: { profile: Profile }) {
  const fn = useApp(chosenRow)
  const name = useApp(nameOf)
  const inEntry = useApp(state => state.view.panel === 'entry')
  const words = useMessages().frame
  if (fn < 0 || inEntry) return null
  const { functions, total, samplePeriod } = profile
  const self = functions.self[fn]
  const error = Math.sqrt(self / samplePeriod) * samplePeriod
  const facts = [
    self >= 0 &&
      (error > 0
        ? words.selfWithin(formatPercent(self / total), formatPercent(error / total))
        : words.self(formatPercent(self / total))),
    totalOf(profile)[fn] >= 0 && words.total(formatPercent(totalOf(profile)[fn] / total)),
    functions.calls[fn] >= 0 && words.calls(formatCount(functions.calls[fn]), functions.calls[fn]),
  ]
  return (
    <button type="button" className="choice-bar" onClick={() => fillWith('entry')}>
      <span className="choice-text">
        <span className="choice-name mono">{foldName(name(fn), 44)}</span>
        <span className="choice-facts">{facts.filter(fact => fact !== false).join(' · ')}</span>
      </span>
      <Icon name="chevron" />
    </button>
  )
}
