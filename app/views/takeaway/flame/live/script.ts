import { messages } from '../../../../messages/messages.ts'
import boxParts from './boxParts.js?raw'
import findBoxes from './findBoxes.js?raw'
import type { LiveWords } from './live.js'
import live from './live.js?raw'

/** The script of a saved chart: in the page its functions are modules, in the file they stand together and alone. */
export const script = (): string =>
  [
    '(() => {',
    ...[boxParts, findBoxes, live].map(text => text.replace(/^import .*\n/gm, '').replace(/^export /gm, '')),
    `goLive(document.currentScript.closest('svg'), ${JSON.stringify(words())})`,
    '})()',
  ].join('\n')

function words(): LiveWords {
  const { frame, flame } = messages()
  const { clickBox, inBoxes, share, shareAbove, shareBelow, notExpression, zoomOut, showAll } = flame.live
  return {
    ...{ clickBox, notExpression, zoomOut, showAll, search: frame.searchFunctions, example: frame.searchExample },
    zoomedTo: [flame.file.zoomedTo(['#']), flame.file.zoomedTo(['#', '#'])],
    inBoxes: [inBoxes('#', 1), inBoxes('#', 2)],
    share: share('#'),
    shareAbove: shareAbove('#'),
    shareBelow: shareBelow('#'),
  }
}
