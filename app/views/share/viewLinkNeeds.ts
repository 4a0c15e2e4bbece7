import { useMessages } from '../../messages/messages.ts'
import { isNamed, type Origin, type View } from '../../state/view.ts'

/** What a reader of a plain link needs beside it; null if the view has its profiles from a link, and no file of its own. */
export function useViewLinkNeeds(view: View): string | null {
  const words = useMessages().share.needs
  const needed = ({ data, hosted, sample, file, fingerprint }: Origin): string | null => {
    if (data !== '') return null
    if (hosted.length > 0) return words.hosted(hosted.join(', '))
    return sample !== '' ? words.sample : words.file(file, fingerprint)
  }
  const before = view.against && isNamed(view.beside) ? needed(view.beside) : ''
  const after = needed(view)
  if (after === null || before === null) return null
  return before === '' ? after : `${after} ${words.before} ${before}`
}
