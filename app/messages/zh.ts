// 页面的全部简体中文文字，各键与 en.ts 一一对应。

import type { Messages } from './en.ts'

export const zh: Messages = {
  share: {
    needs: {
      hosted: addresses => `剖析数据从页面旁的 ${addresses} 读取。`,
      sample: '示例随页面提供。',
      file: (file, fingerprint) => `读者需要打开同一份 ${file}；指纹 ${fingerprint} 可确认两者是否相同。`,
      before: '关于“之前”的剖析：',
    },
    withBefore: '用来对比的那份剖析也一并附带。',
  },
  export: { whileComparing: '正在对比两份剖析：只导出“之后”的那一份。' },
  drop: {
    open: '松开即打开',
    openHint: '文件只在本机读取。',
    compare: '松开即对比',
    compareHint: '与当前打开的对比：放下的算作“之前”',
  },
  compare: {
    title: '对比的双方',
    before: '之前',
    after: '之后',
    samples: text => `${text} 个采样`,
    sure: '超出偶然范围',
    chance: '可能只是偶然',
    rangeOfAll: (low, high) => `就采样误差而言，变化以 95 % 的置信度落在 ${low} 与 ${high} 之间。`,
    by: '按什么比较',
    normalisation: { time: '时间', share: '占比', perCall: '每次调用' },
    normalisationHint: {
      time: '直接比较时间：适合工作量相同的运行',
      share: '占全部时间的比例：适合时长不同的运行',
      perCall: '每次调用的时间：适合工作量不同的运行',
    },
    swap: '互换',
    swapHint: '把“之前”与“之后”对调',
    choose: '对比对象 …',
    end: '结束对比',
    working: '正在对比 …',
    missing: file =>
      `此视图要与${file === '' ? '另一份剖析' : ` ${file} `}对比，但它尚未打开。请在“对比对象 …”中选择。`,
    buttonHint: '与另一份剖析对比',
    dialogTitle: '对比对象 …',
    lead: '屏幕上的算作“之后”。请选择“之前”：另一次运行、另一个版本，或其他进程。',
    openFile: '打开文件 …',
    openHint: '一份列表、同一可执行文件的 gmon.out，或 gmon.out 及其可执行文件。',
    filter: '按名称筛选',
    openNow: '当前已打开',
    recent: '以前打开过',
    samplesTitle: '示例',
    allOthers: count => `其余 ${count} 个合计`,
    notListed: count => `另有 ${count} 个：请输入名称的一部分。`,
  },
}
