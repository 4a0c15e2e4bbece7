import { useMessages } from '../../messages/messages.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import './HelpDialog.css'

const keys: [string[], string][] = [
  [['/'], 'search functions; plain text, or /regex/'],
  [['Enter', 'Shift Enter'], 'in the search field: next and previous hit'],
  [['↑', '↓', 'Home', 'End', 'Page ↑', 'Page ↓'], 'in the function list: move; Enter chooses'],
  [['↑', '↓', '←', '→', 'Home'], 'in the call graph: to the heaviest caller or callee, to the neighbours, to the root'],
  [['Enter', 'Shift Enter'], 'there: chooses; then shows hidden callees, hidden callers'],
  [['M'], 'the menu of a function, in every view: focus, hide, fold, look around'],
  [['F'], 'focus, hide or group by name or /regex/'],
  [['↑', '↓', '←', '→', 'Enter', 'Esc'], 'in the flame chart: move, zoom to a box, and out again'],
  [['W', 'A', 'S', 'D'], 'there: zoom in, left, zoom out, right; the wheel zooms with Ctrl, dragging zooms to a range'],
  [['E'], 'exports the profile for pprof, KCachegrind, spreadsheets and others'],
  [['P'], 'the processes of a set, and back; ↑ ↓ move, Enter chooses one, Space adds one, Shift takes all between'],
  [['R'], 'the report as gprof prints it, and back'],
  [['↑', '↓', 'N', 'Shift N'], 'in the report: to another line, to the next and previous line found; Enter chooses'],
  [['L'], 'share: a link to this view, a link with the profile inside, or one HTML file'],
  [['Tab'], 'from panel to panel'],
  [['Ctrl V'], 'opens a listing from the clipboard'],
  [['Esc'], 'leaves the search field, closes what is open'],
]

/** What the numbers mean, what is assumed, and the keys. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const costmap: [string[], string] = [['O'], useMessages().costmap.keyHelp]
  return (
    <Dialog title="What the numbers mean" onClose={onClose}>
      <div className="help">
        <dl>
          <dt>Self</dt>
          <dd>
            Time in the function itself. gprof looks a hundred times a second where the program is: self time is a whole
            number of such samples. n samples are uncertain by about √n; that is the whisker on a bar and the ± beside a
            number.
          </dd>
          <dt>Total</dt>
          <dd>Self time and children: the time of what the function called, as far as it was passed up to it.</dd>
          <dt>Calls</dt>
          <dd>
            Counted, not sampled: exact. <span className="mono">5+2</span> is five calls from others and two from the
            function to itself. <span className="mono">12/40</span> is 12 calls here of 40 in all.
          </dd>
          <dt>Blank</dt>
          <dd>Not recorded, which is something else than 0.</dd>
          <dt>No caller recorded</dt>
          <dd>
            gprof says <span className="mono">&lt;spontaneous&gt;</span>: called from code that was not compiled with
            -pg, or by the system.
          </dd>
          <dt>Cycle</dt>
          <dd>
            Functions that call one another. gprof knows the time of a cycle as a whole and who called into it, and no
            time between its members.
          </dd>
        </dl>
        <h3>What is assumed</h3>
        <p>
          gprof records who called whom and how often, never whole stacks. Where a function has several callers, its
          time is split among them by calls, as if every call cost the same. Such time is <b>dotted</b> in the pictures
          and has a <b>≈</b> before its number. Time that has only one place it can be is solid. Where you see a dotted
          box, hover it: the range it may lie in is told.
        </p>
        <h3>Keys</h3>
        <dl className="help-keys">
          {[...keys, costmap].map(([names, does]) => (
            <div key={does}>
              <dt>
                {names.map(name => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}
