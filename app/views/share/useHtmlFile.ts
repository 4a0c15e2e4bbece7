import { useEffect, useState } from 'react'
import { printLink } from '../../../src/index.ts'
import { printView } from '../../state/url.ts'
import type { View } from '../../state/view.ts'
import { writeHtmlFile } from './htmlFile.ts'
import { viewWithData } from './shareLinks.ts'
import type { Packing } from './usePackings.ts'

export interface HtmlFile {
  /** Missing until it is written. */
  blob?: Blob
  /** Why it cannot be: a sentence. */
  failure?: string
}

/** One file with the viewer, a packed profile and a view of it. */
export function useHtmlFile(packing: Packing | undefined, title: string, view: View): HtmlFile {
  const [html, setHtml] = useState<HtmlFile & { of?: Packing }>({})
  useEffect(() => {
    if (!packing) return
    let wanted = true
    const { bytes, amount, before, fingerprint } = packing
    const carried = { data: '', before: before ? printLink(before.bytes) : '' }
    const take = (file: HtmlFile) => wanted && setHtml({ ...file, of: packing })
    const fragment = printView({ ...viewWithData(view, carried, amount), file: title, fingerprint })
    writeHtmlFile(bytes, title, fragment).then(
      blob => take({ blob }),
      (error: Error) => take({ failure: error.message }),
    )
    return () => {
      wanted = false
    }
  }, [packing, title, view])
  return html.of === packing ? html : {}
}
