import type { ComparedSides, FunctionRow, Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatIn, formatSigned, scaleFor } from '../../ui/format.ts'

const parts = ['oftener', 'slower', 'elsewhere'] as const

interface Props {
  profile: Profile
  compared: ComparedSides
  fn: FunctionRow
}

/** Why self time changed: three signed times that add up to the change. */
export function ChangeParts({ profile, compared, fn }: Props) {
  const words = useMessages().compare
  const change = compared.b.self[fn] - compared.a.self[fn]
  const amounts = parts.map(part => compared.parts[part][fn])
  const most = Math.max(...amounts.filter(amount => !Number.isNaN(amount)).map(Math.abs), Math.abs(change))
  if (!compared.a.has[fn] || !compared.b.has[fn] || !(most > 0)) return null
  const scale = scaleFor(most, profile.unit)
  const signed = (value: number) => formatSigned(value, size => formatIn(size, scale))
  return (
    <section aria-label={words.parts}>
      <h4 className="entry-section">
        {words.parts} <span>{scale.name}</span>
      </h4>
      {amounts.some(Number.isNaN) ? (
        <p className="cycle-facts">{words.noParts}</p>
      ) : (
        <dl className="change-parts">
          {parts.map((part, i) => (
            <div key={part} title={words.partTitles[part]}>
              <dt>{words[part](amounts[i] >= 0)}</dt>
              <dd className="change-bar" aria-hidden="true">
                <ChangeBar part={amounts[i] / most} />
              </dd>
              <dd>{signed(amounts[i])}</dd>
            </div>
          ))}
          <div>
            <dt>{words.allParts}</dt>
            <dd className="change-bar" aria-hidden="true">
              <ChangeBar part={change / most} />
            </dd>
            <dd>{signed(change)}</dd>
          </div>
        </dl>
      )}
    </section>
  )
}

/** A length to either side of the middle; 1 fills that side. */
function ChangeBar({ part }: { part: number }) {
  const width = `${(50 * Math.abs(part)).toFixed(2)}%`
  return (
    <i className={part < 0 ? 'less' : 'more'} style={part < 0 ? { right: '50%', width } : { left: '50%', width }} />
  )
}
