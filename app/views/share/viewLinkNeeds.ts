import type { Origin } from '../../state/view.ts'

/** What a reader of a plain link needs beside it; null if the view has its profile from a link, and no file of its own. */
export function viewLinkNeeds({ data, hosted, sample, file, fingerprint }: Origin): string | null {
  if (data !== '') return null
  if (hosted.length > 0) return `The profile is fetched from ${hosted.join(', ')}, beside the page.`
  if (sample !== '') return 'The sample comes with the page.'
  return `The reader opens ${file} too; its fingerprint, ${fingerprint}, tells whether it is the same.`
}
