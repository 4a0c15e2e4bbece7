// All keys of the page, as they are written on them, and what they do.

import type { KeyDoes } from '../../messages/learn/learn.ts'

export const keys: readonly [names: readonly string[], does: KeyDoes][] = [
  [['/'], 'search'],
  [['Enter', 'Shift Enter'], 'hits'],
  [['↑', '↓', 'Home', 'End', 'Page ↑', 'Page ↓'], 'list'],
  [['↑', '↓', '←', '→', 'Home'], 'graph'],
  [['Enter', 'Shift Enter'], 'graphChoose'],
  [['M'], 'menu'],
  [['F'], 'transform'],
  [['↑', '↓', '←', '→', 'Enter', 'Esc'], 'flame'],
  [['W', 'A', 'S', 'D'], 'flameZoom'],
  [['D'], 'doctor'],
  [['S'], 'source'],
  [['C'], 'compare'],
  [['O'], 'costmap'],
  [['↑', '↓', '←', '→', 'Page ↑', 'Page ↓', 'Home', '+', '-', '0'], 'costmapPoints'],
  [['E'], 'export'],
  [['P'], 'processes'],
  [['R'], 'report'],
  [['↑', '↓', 'N', 'Shift N'], 'reportLines'],
  [['L'], 'share'],
  [['?'], 'help'],
  [['Tab'], 'panels'],
  [['Ctrl V'], 'paste'],
  [['Esc'], 'leave'],
]
