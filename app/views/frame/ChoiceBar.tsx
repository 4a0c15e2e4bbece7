import { foldName, type Profile, totalOf } from '../../../src/index.ts'
import { chosenRow, nameOf } from '../../state/derive.ts'
import { fillWith, useApp } from '../../state/store.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'

/** On a narrow screen: what is chosen, in every view; a tap opens its entry. */
export function ChoiceBar({ profile }: { profile: Profile }) {
  const fn = useApp(chosenRow)
  const name = useApp(nameOf)
  const inEntry = useApp(state => state.view.panel === 'entry')
  if (fn < 0 || inEntry) return null
  const { functions, total, samplePeriod } = profile
  const self = functions.self[fn]
  const error = Math.sqrt(self / samplePeriod) * samplePeriod
  const facts = [
    self >= 0 && `self ${formatPercent(self / total)} %${error > 0 ? ` ± ${formatPercent(error / total)}` : ''}`,
    totalOf(profile)[fn] >= 0 && `total ${formatPercent(totalOf(profile)[fn] / total)} %`,
    functions.calls[fn] >= 0 && `${formatCount(functions.calls[fn])} calls`,
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
