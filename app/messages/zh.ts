// 页面的全部简体中文文字，各键与 en.ts 一一对应。

import type { Messages } from './en.ts'

export const zh: Messages = {
  compare: {
    title: '对比',
    before: '之前',
    after: '之后',
    functionsOf: text => `${text} 个函数`,
  },
}
