import {
  type ComparedSides,
  countChanges,
  type FunctionRow,
  isSure as isSureChange,
  type Profile,
  rangeOfCall,
  rangeOfChange,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { type ComparedTime, comparedTimes } from '../../state/view.ts'
import { formatCount, formatSigned } from '../../ui/format.ts'
import { amountsFor, isFarByChance, onlyWord, sureWords } from '../compared/amounts.ts'

interface Props {
  profile: Profile
  compared: ComparedSides
  fn: FunctionRow
}

/** Self, total and calls of a function before and after, what differs, and how sure that is. */
export function ComparedFacts({ profile, compared, fn }: Props) {
  const words = useMessages().compare
  const { a, b } = compared
  const [callsA, callsB] = [a, b].map(({ calls, selfCalls }) => calls[fn] + selfCalls[fn])
  const callsText = (side: ComparedSides['a'], calls: number) =>
    side.has[fn] && Number.isNaN(calls) ? words.notKnown : formatCount(calls)
  // Once is enough.
  const explained = comparedTimes.find(which => isFarByChance(compared, which, fn))
  const tested = (which: ComparedTime) => ({
    compared,
    unit: profile.unit,
    before: compared[which].a[fn],
    after: compared[which].b[fn],
    range: rangeOfChange(compared, which, fn),
    sure: sureWords(compared, which, fn, words),
    isSure: isSureChange(compared[which], fn),
    looked: explained === which ? countChanges(compared[which]).tested : 0,
  })
  const eachCall: ComparedSides = { ...compared, normalisation: 'perCall' }
  return (
    <table className="compared-facts" aria-label={words.facts}>
      <thead>
        <tr>
          <th scope="col">
            {onlyWord(compared, fn, words) || <span className="visually-hidden">{words.figure}</span>}
          </th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
          <th scope="col">{words.difference}</th>
        </tr>
      </thead>
      <TimeRow head={words.self} {...tested('self')} />
      <TimeRow head={words.total} {...tested('total')} />
      <tbody>
        <tr>
          <th scope="row">{words.calls}</th>
          <td>{callsText(a, callsA)}</td>
          <td>{callsText(b, callsB)}</td>
          <td>{formatSigned(callsB - callsA, formatCount)}</td>
        </tr>
      </tbody>
      {compared.normalisation !== 'perCall' && callsA > 0 && callsB > 0 && (
        <TimeRow
          head={words.total}
          compared={eachCall}
          unit={profile.unit}
          before={a.total[fn] / callsA}
          after={b.total[fn] / callsB}
          range={rangeOfCall(compared, fn)}
        />
      )}
    </table>
  )
}

interface TimeProps {
  head: string
  compared: ComparedSides
  unit: string
  before: number
  after: number
  /** Of the difference. */
  range: readonly [low: number, high: number]
  /** What the test says; nothing where there was none. */
  sure?: string
  isSure?: boolean
  /** How many functions were looked at, where some of them lie as far off by chance; 0 where that explains nothing. */
  looked?: number
}

function TimeRow({
  head,
  compared,
  unit,
  before,
  after,
  range: [low, high],
  sure,
  isSure = false,
  looked = 0,
}: TimeProps) {
  const words = useMessages().compare
  const largest = Math.max(...[before, after].filter(Number.isFinite), 0)
  const amounts = amountsFor(compared.normalisation, largest, unit, words)
  const change = amounts.change(after - before)
  const few = Math.round(looked / 20)
  return (
    <tbody className={sure === undefined || isSure ? '' : 'noise'}>
      <tr>
        <th scope="row">{words.inUnit(head, amounts.unit)}</th>
        <td>{amounts.text(before)}</td>
        <td>{amounts.text(after)}</td>
        <td>{isSure ? <b>{change}</b> : change}</td>
      </tr>
      <tr>
        <td colSpan={4} className="compared-range">
          {Number.isFinite(high - low) && words.between(amounts.change(low), amounts.change(high))}
          {sure !== undefined && <span>{sure}</span>}
          {looked > 0 && <p>{words.farByChance(formatCount(looked), formatCount(few), few)}</p>}
        </td>
      </tr>
    </tbody>
  )
}
