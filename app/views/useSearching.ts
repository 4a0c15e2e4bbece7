import { useEffect, useState } from 'react'

const isField = (target: EventTarget | null) => target instanceof Element && target.id === 'search'

/** Whether the search field has the focus: then what was not found steps back. */
export function useSearching(): boolean {
  const [searching, setSearching] = useState(() => isField(document.activeElement))
  useEffect(() => {
    const enter = (event: FocusEvent) => setSearching(isField(event.target))
    const leave = () => setSearching(false)
    document.addEventListener('focusin', enter)
    document.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('focusin', enter)
      document.removeEventListener('focusout', leave)
    }
  }, [])
  return searching
}
