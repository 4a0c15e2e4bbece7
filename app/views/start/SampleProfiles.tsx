import { useEffect, useState } from 'react'
import { listSamples, type Sample } from '../../state/openFiles.ts'

/** Real profiles that are stored with the page. */
export function SampleProfiles() {
  const [samples, setSamples] = useState<Sample[]>([])
  useEffect(() => {
    let wanted = true
    listSamples().then(
      list => wanted && setSamples(list),
      () => {}, // without them the page is as good as before
    )
    return () => {
      wanted = false
    }
  }, [])
  if (samples.length === 0) return null
  return (
    <section aria-labelledby="samples">
      <div className="empty-section">
        <h2 id="samples">Samples</h2>
        <span>real profiles, stored with the page</span>
      </div>
      <div className="sample-cards">
        {samples.map(({ name, title, kind, facts }) => (
          <a key={name} className="sample-card" href={`#sample=${encodeURIComponent(name)}`}>
            <b>{title}</b>
            <span className="sample-kind">{kind}</span>
            <span className="sample-facts">{facts}</span>
          </a>
        ))}
      </div>
    </section>
  )
}
