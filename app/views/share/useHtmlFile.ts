import { useEffect, useState } from 'react'
import type { Profile } from '../../../src/index.ts'
import { printView } from '../../state/url.ts'
import type { View } from '../../state/view.ts'
import { writeHtmlFile } from './htmlFile.ts'
import { viewWithData } from './shareLinks.ts'

export interface HtmlFile {
  /** Missing until it is written. */
  blob?: Blob
  /** Why it cannot be: a sentence. */
  failure?: string
}

/** One file with the viewer, a packed profile and a view of it. */
export function useHtmlFile(packed: Uint8Array | undefined, { title, fingerprint }: Profile, view: View): HtmlFile {
  const [html, setHtml] = useState<HtmlFile>({})
  useEffect(() => {
    if (!packed) return
    let wanted = true
    const take = (file: HtmlFile) => wanted && setHtml(file)
    const fragment = printView({ ...viewWithData(view, ''), file: title, fingerprint })
    writeHtmlFile(packed, title, fragment).then(
      blob => take({ blob }),
      (error: Error) => take({ failure: error.message }),
    )
    return () => {
      wanted = false
    }
  }, [packed, title, fingerprint, view])
  return html
}
