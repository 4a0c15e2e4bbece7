import { type FunctionProvenance, type SymbolBins, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatRounded, formatTime } from '../../ui/format.ts'
import { BinStrip } from './BinStrip.tsx'
import { HistogramRecords } from './HistogramRecords.tsx'
import { SourceTable } from './SourceTable.tsx'

interface Props {
  of: FunctionProvenance
  bins: SymbolBins
}

/** The bins that a self time was counted from: as a sum, as a drawing along the addresses, and one by one. */
export function BinSource({ of: { self, meanOf, unit }, bins }: Props) {
  const words = useMessages().source
  const { low, high, count, ticks, rate, bytesPerBin, histograms, files } = bins
  const mean = meanOf > 1 ? formatCount(meanOf) : ''
  const sum =
    rate > 0
      ? words.ticks(formatCount(count), count, formatCount(ticks), formatCount(rate), mean, formatTime(self.time, unit))
      : words.ticksAlone(formatCount(count), count, formatCount(ticks))
  return (
    <>
      <p className="source-sum">{count > 0 ? sum : words.noTicks}</p>
      <p>{words.addresses(low, high, formatRounded(bytesPerBin, 4))}</p>
      {bins.bins.listed.some(({ ticks, part }) => part > 1.001 * ticks) && <p>{words.uneven}</p>}
      <HistogramRecords histograms={histograms} files={files} />
      {count > 0 && (
        <>
          <BinStrip bins={bins} />
          <BinTable bins={bins} />
        </>
      )}
    </>
  )
}

function BinTable({ bins: { bins, histograms, shared } }: { bins: SymbolBins }) {
  const { bins: caption, binColumns: columns, outside, moreBins } = useMessages().source
  const { listed, rest } = bins
  const isShared = shared > 0
  const isPlaced = histograms.every(({ offset }) => offset >= 0)
  return (
    <SourceTable label={caption}>
      <thead>
        <tr>
          <th scope="col">{columns.address}</th>
          {isPlaced && <th scope="col">{columns.byte}</th>}
          <th scope="col">{columns.ticks}</th>
          {isShared && <th scope="col">{columns.part}</th>}
          {isShared && (
            <th scope="col" className="source-text">
              {columns.shared}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {listed.map(({ histogram, bin, low, high, ticks, part, isShared: isDivided, sharedWith }) => (
          <tr key={`${histogram} ${bin}`}>
            <th scope="row" className="mono">{`${low} – ${high}`}</th>
            {isPlaced && <td>{formatCount(histograms[histogram].offset + 2 * bin)}</td>}
            <td>{formatCount(ticks)}</td>
            {isShared && <td>{formatCount(part)}</td>}
            {isShared && <td className="mono">{isDivided && (sharedWith.map(visibleText).join(', ') || outside)}</td>}
          </tr>
        ))}
        {rest.count > 0 && (
          <tr>
            <th scope="row" colSpan={5}>
              {moreBins(formatCount(rest.count), rest.count, formatCount(rest.weight))}
            </th>
          </tr>
        )}
      </tbody>
    </SourceTable>
  )
}
