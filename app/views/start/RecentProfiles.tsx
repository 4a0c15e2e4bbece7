import { useEffect, useState } from 'react'
import { openRecent } from '../../state/openFiles.ts'
import { forgetRecent, listRecent, type Recent } from '../../state/recent.ts'
import { formatAgo, formatCount, formatTime } from '../../ui/format.ts'

/** What was open before, kept by this browser. */
export function RecentProfiles() {
  const [recent, setRecent] = useState<Recent[]>([])
  useEffect(() => {
    let wanted = true
    void listRecent().then(list => wanted && setRecent(list))
    return () => {
      wanted = false
    }
  }, [])
  if (recent.length === 0) return null
  const now = new Date()
  return (
    <section aria-labelledby="recent">
      <div className="empty-section">
        <h2 id="recent">Recent</h2>
        <span>kept in this browser</span>
        <button type="button" className="button" onClick={() => void forgetRecent().then(() => setRecent([]))}>
          Forget all
        </button>
      </div>
      <ul className="recent-list">
        {recent.map(({ fingerprint, name, total, unit, samples, functions, openedAt }) => (
          <li key={fingerprint}>
            <button type="button" className="recent-row" onClick={() => void openRecent(fingerprint)}>
              <span className="recent-name mono">{name}</span>
              <span className="recent-functions">{formatCount(functions)} functions</span>
              <span className="recent-time number">{formatTime(total, unit)}</span>
              <span className="recent-samples number">
                {!Number.isNaN(samples) && `${formatCount(samples)} samples`}
              </span>
              <span className="recent-when number">{formatAgo(new Date(openedAt), now)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
