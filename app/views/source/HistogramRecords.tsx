import type { HistogramRecord } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount } from '../../ui/format.ts'

/** Where bins are: in which records of which bytes of the file, or of how many files. */
export function HistogramRecords({ histograms, files }: { histograms: HistogramRecord[]; files: number }) {
  const words = useMessages().source
  return (
    <>
      {histograms.map(({ number, low, high, bins, offset }) => (
        <p key={number}>
          {words.record(formatCount(number), low, high, formatCount(bins), offset < 0 ? '' : formatCount(offset))}
        </p>
      ))}
      {files > 1 && <p>{words.summedFiles(formatCount(files))}</p>}
    </>
  )
}
