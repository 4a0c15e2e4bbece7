import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { listSamples, type Sample } from '../../state/samples.ts'

/** Real profiles that are stored with the page. */
export function SampleProfiles() {
  const [samples, setSamples] = useState<Sample[]>([])
  const words = useMessages().start
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
        <h2 id="samples">{words.samplesTitle}</h2>
        <span>{words.samplesHint}</span>
      </div>
      <div className="sample-cards">
        {samples.map(({ name, guided = false }) => (
          <div key={name} className="sample-card">
            <a href={`#sample=${encodeURIComponent(name)}`}>
              <b id={`sample-${name}`}>{words.sampleCards[name].title}</b>
              <span className="sample-kind">{words.sampleCards[name].kind}</span>
              <span className="sample-facts">{words.sampleCards[name].facts}</span>
            </a>
            {guided && (
              <a
                className="sample-guide"
                href={`#sample=${encodeURIComponent(name)}&guide=1`}
                aria-describedby={`sample-${name}`}
              >
                {words.guided}
              </a>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
