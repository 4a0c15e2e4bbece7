import boxParts from './boxParts.js?raw'
import findBoxes from './findBoxes.js?raw'
import live from './live.js?raw'

/** The script of a saved chart: in the page its functions are modules, in the file they stand together and alone. */
export const script = (): string =>
  [
    '(() => {',
    ...[boxParts, findBoxes, live].map(text => text.replace(/^import .*\n/gm, '').replace(/^export /gm, '')),
    "goLive(document.currentScript.closest('svg'))",
    '})()',
  ].join('\n')
