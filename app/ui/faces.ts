// The faces of the page, for whatever does not see its style sheet: pictures as files, and canvases of other threads.

import inconsolata from '@fontsource-variable/inconsolata/files/inconsolata-latin-wght-normal.woff2?url'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

export interface Face {
  family: string
  url: string
}

export const faces: readonly Face[] = [
  { family: 'Inter Variable', url: inter },
  { family: 'Inconsolata Variable', url: inconsolata },
]
/** Of each of them, as a descriptor says it. */
export const FACE_WEIGHTS = '100 900'

export const bytesOf = async ({ url }: Face): Promise<ArrayBuffer> => (await fetch(url)).arrayBuffer()
