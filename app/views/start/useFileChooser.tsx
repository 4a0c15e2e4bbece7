import { type ReactNode, useRef } from 'react'
import { named } from '../../state/droppedFiles.ts'
import { openFiles } from '../../state/openFiles.ts'

/** Lets a person choose files, or all files of a folder, and opens them. The field must be drawn somewhere; nobody sees it. */
export function useFileChooser(): { field: ReactNode; choose: (what: 'files' | 'folder') => void } {
  const input = useRef<HTMLInputElement>(null)
  const choose = (what: 'files' | 'folder') => {
    if (!input.current) return
    input.current.webkitdirectory = what === 'folder'
    input.current.click()
  }
  const field = (
    <input
      ref={input}
      hidden
      type="file"
      multiple
      onChange={event => {
        const files = [...(event.target.files ?? [])]
        event.target.value = '' // so that the same file can be chosen again
        void openFiles(files.map(named))
      }}
    />
  )
  return { field, choose }
}
