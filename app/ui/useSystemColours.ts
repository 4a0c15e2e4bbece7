import { useEffect, useState } from 'react'

const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)']

/** Other than before, once the system has other colours: another scheme, or those that a person forces. */
export function useSystemColours(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const queries = media.map(query => matchMedia(query))
    const count = () => setChanges(before => before + 1)
    for (const query of queries) query.addEventListener('change', count)
    return () => {
      for (const query of queries) query.removeEventListener('change', count)
    }
  }, [])
  return changes
}
