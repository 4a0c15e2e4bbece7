import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { openRecent } from '../../state/openFiles.ts'
import { forgetOne, forgetRecent, keepProfiles, keepsProfiles, listRecent, type Recent } from '../../state/recent.ts'
import { formatAgo, formatCount, formatTime } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'

/** What was open before, kept by this browser unless the person does not want that. */
export function RecentProfiles() {
  const [recent, setRecent] = useState<Recent[]>()
  const words = useMessages().start
  const refresh = () => listRecent().then(setRecent)
  useEffect(() => {
    let wanted = true
    void listRecent().then(list => wanted && setRecent(list))
    return () => {
      wanted = false
    }
  }, [])
  if (!recent) return null
  const now = new Date()
  return (
    <section aria-labelledby="recent">
      <div className="empty-section">
        <h2 id="recent">{words.recent}</h2>
        <KeepChoice />
        {recent.length > 0 && (
          <button type="button" className="button" onClick={() => void forgetRecent().then(refresh)}>
            {words.forgetAll}
          </button>
        )}
      </div>
      {recent.length > 0 && (
        <ul className="recent-list">
          {recent.map(one => (
            <RecentRow
              key={one.fingerprint}
              recent={one}
              now={now}
              onForget={() => void forgetOne(one.fingerprint).then(refresh)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function KeepChoice() {
  const [keeps, setKeeps] = useState(keepsProfiles)
  const words = useMessages().start
  const choose = (wanted: boolean) => {
    keepProfiles(wanted)
    setKeeps(wanted)
  }
  return (
    <label className="recent-keep">
      <input type="checkbox" checked={keeps} onChange={event => choose(event.target.checked)} />
      {words.keep}
    </label>
  )
}

function RecentRow({ recent, now, onForget }: { recent: Recent; now: Date; onForget: () => void }) {
  const { fingerprint, name, total, unit, samples, functions, openedAt } = recent
  const { start: words, ui: counts } = useMessages()
  const counted = Math.round(samples)
  return (
    <li>
      <button type="button" className="recent-row" onClick={() => void openRecent(fingerprint)}>
        <span className="recent-name mono">{name}</span>
        <span className="recent-functions">{counts.functions(formatCount(functions), functions)}</span>
        <span className="recent-time number">{formatTime(total, unit)}</span>
        <span className="recent-samples number">
          {!Number.isNaN(samples) && counts.samples(formatCount(counted), counted)}
        </span>
        <span className="recent-when number">{formatAgo(new Date(openedAt), now)}</span>
      </button>
      <button
        type="button"
        className="button icon"
        aria-label={words.forget(name)}
        title={words.forget(name)}
        onClick={onForget}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
