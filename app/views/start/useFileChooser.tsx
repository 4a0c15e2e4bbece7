import { type ReactNode, useRef } from 'react'
import type { DroppedFile } from '../../../src/index.ts'
import { named } from '../../state/droppedFiles.ts'

/**
 * Lets a person choose files, or all files of a folder. The field must be drawn somewhere; nobody sees it.
 *
 * @param take What is done with those that were chosen.
 */
export function useFileChooser(take: (files: DroppedFile[]) => void): {
  field: ReactNode
  choose: (what: 'files' | 'folder') => void
} {
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
        take(files.map(named))
      }}
    />
  )
  return { field, choose }
}
