import { foldName, type Place, type ProcessRow, selectedRows, type Transform, visibleText } from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import { useMessages } from '../../messages/messages.ts'
import { processTable, sourceAlone } from '../../state/derive.ts'
import {
  addTransform,
  chooseIn,
  chooseProcesses,
  fillWith,
  goToLine,
  removeTransform,
  showByCalls,
  showDoctor,
  store,
  useApp,
} from '../../state/store.ts'
import { printTransform } from '../../state/transformText.ts'
import { formatCount } from '../../ui/format.ts'
import { useNarrow } from '../../ui/useNarrow.ts'

interface Props {
  place: Place
  /** Of the function that it is. */
  label: string
}

/** Leads to where the views show what a card is about, or changes them so that they do. */
export function PlaceButton({ place, label }: Props) {
  const narrow = useNarrow()
  const { doctor } = useMessages()
  const applied = useApp(({ view }) => (place.kind === 'transform' ? placeIn(view.transforms, place.transform) : -1))
  const go = () => {
    actionOf(place, label, narrow, applied)()
    // There is room for one of them.
    if (narrow) showDoctor(false)
  }
  return (
    <button type="button" className="button outlined" aria-pressed={applied >= 0 ? true : undefined} onClick={go}>
      {wordsOf(place, label, applied >= 0, doctor.place)}
    </button>
  )
}

const placeIn = (transforms: readonly Transform[], wanted: Transform) =>
  transforms.findIndex(each => printTransform(each) === printTransform(wanted))

/** @param applied The place of its transform among those that are applied; -1 for none. */
function actionOf(place: Place, label: string, narrow: boolean, applied: number): () => void {
  switch (place.kind) {
    case 'function':
    case 'cycle':
      return () => chooseIn(label, narrow ? 'entry' : null)
    case 'panel': {
      const panel = place.panel === 'list' ? (narrow ? 'functions' : null) : place.panel
      return () => fillWith(panel)
    }
    case 'line':
      return () => goToLine(place.line)
    case 'measure':
      return showByCalls
    case 'without':
      return () => leaveOut(place.processes)
    case 'transform':
      return () => (applied >= 0 ? removeTransform(applied) : addTransform(place.transform))
  }
}

/** Chooses all other processes of those that were examined, by whose table the rows are. */
function leaveOut(rows: readonly ProcessRow[]): void {
  const state = store.getState()
  const table = processTable(state)
  if (!table) return
  const { selection } = sourceAlone(state)
  const names = selection ? selectedRows(table, selection).map(row => table.name[row]) : table.name
  chooseProcesses(names.filter((_, row) => !rows.includes(row)))
}

const LONGEST_NAME = 32

function wordsOf(place: Place, label: string, isApplied: boolean, words: Messages['doctor']['place']): string {
  switch (place.kind) {
    case 'function':
      return words.function(foldName(visibleText(label), LONGEST_NAME))
    case 'cycle':
      return words.cycle
    case 'panel':
      return words[place.panel]
    case 'line':
      return words.line(formatCount(place.line))
    case 'measure':
      return words.calls
    case 'without':
      return words.without(formatCount(place.processes.length), place.processes.length)
    case 'transform':
      return isApplied ? words.putBack : words.leaveOut
  }
}
