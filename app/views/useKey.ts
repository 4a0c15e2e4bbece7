import { useEffect, useRef } from 'react'
import { isField } from './isField.ts'

/**
 * A key that does something wherever the keyboard is, but for fields, dialogs and chords, and where it means something
 * already, as D does in the flame chart. `key` is as events name it, in lower case for letters, which count with Shift too.
 */
export function useKey(key: string, act: (event: KeyboardEvent) => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.defaultPrevented) return
      if (isField(event.target) || (event.target instanceof Element && event.target.closest('dialog'))) return
      event.preventDefault()
      latest.current(event)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [key])
}
