import type { SymbolBins } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount } from '../../ui/format.ts'

/** Ticks along the addresses of a function; what others have of the same bins is hatched. The table below has the same. */
export function BinStrip({ bins: { low, high, strip } }: { bins: SymbolBins }) {
  const words = useMessages().source
  const most = Math.max(...strip.own.map((own, i) => own + strip.others[i]))
  const isShared = strip.others.some(ticks => ticks > 0)
  const height = (ticks: number) => ({ height: `${(100 * ticks) / most}%` })
  const columns = strip.own.map((own, column) => ({ column, own, others: strip.others[column] }))
  return (
    <figure className="bin-strip">
      <div role="img" aria-label={words.strip(low, high, formatCount(most))}>
        {columns.map(({ column, own, others }) => (
          <span key={column}>
            {others > 0 && <i className="of-others" style={height(others)} />}
            {own > 0 && <i style={height(own)} />}
          </span>
        ))}
      </div>
      <figcaption>
        <span className="mono">{low}</span>
        {isShared && (
          <span>
            <i /> {words.stripKey.own} <i className="of-others" /> {words.stripKey.others}
          </span>
        )}
        <span className="mono">{high}</span>
      </figcaption>
    </figure>
  )
}
