// 页面的全部简体中文文字，各键与 en.ts 一一对应。

import type { Messages } from './en.ts'

export const zh: Messages = {
  compare: {
    title: '对比',
    before: '之前',
    after: '之后',
    functionsOf: text => `${text} 个函数`,
  },
  pictures: {
    beforeAfter: (before, after) => `${before} → ${after}`,
    unknown: '–',
    points: text => `${text} 个百分点`,
    list: parts => parts.join('，'),
    self: '自身',
    total: '自身 + 被调用者',
    calls: '调用次数',
    passed: '计入调用者的时间',
    selfIs: figures => `自身 ${figures}`,
    totalIs: figures => `总计 ${figures}`,
    callsAre: figures => `调用 ${figures} 次`,
    change: '变化',
    presence: { new: '新增', gone: '消失' },
    edge: { new: count => `新增 ${count}`.trim(), gone: count => `消失 ${count}`.trim() },
    sure: '超出偶然',
    chance: '可能出于偶然',
    figure: (what, before, after, difference) => `${what}：之前 ${before}，之后 ${after}，${difference}`,
    judged: (figure, verdict) => `${figure}，${verdict}`,
    range: (what, verdict, low, high) =>
      `${what}：${verdict}。就采样而言，变化以 95 % 的置信度介于 ${low} 与 ${high} 之间。`,
    functionIs: {
      new: '新增：之前程序中没有它，或没有关于它的记录。',
      gone: '消失：之后程序中没有它，或没有关于它的记录。',
    },
    callIs: { new: '新增：之前没有记录到这一调用。', gone: '消失：之后没有记录到这一调用。' },
    pathIs: {
      new: '新路径：之前没有记录到其中的某个函数或调用。',
      gone: '已消失：之后没有记录到此路径中的某个函数或调用。',
    },
    path: { new: '新路径', gone: '已消失' },
    split: '两侧的时间各按调用次数分摊：gprof 假定每次调用的开销相同。',
    through: '经过此处未显示的函数。',
    inner: '在循环内部，gprof 只计调用次数，不计时间。',
    explained: (functions, before, after, hidden) =>
      `${functions}，占之前的 ${before}、之后的 ${after} · 隐藏 ${hidden} 个`,
    rest: { callers: figures => `个调用者，${figures}`, callees: figures => `个被调用者，${figures}` },
    legend: {
      selfTime: '自身时间：之后更少到之后更多',
      totalTime: '总时间：之后更少到之后更多',
      steps: '每一级：可以确定的变化占较长一次运行的 1 % 以下、1 至 5 %、5 % 以上',
      noise: '可能出于偶然',
      figures: '之前 → 之后',
      edges: '之后时间更少、更多',
      presence: '新增 · 消失',
      path: { new: '新路径', gone: '已消失的路径' },
    },
    dotLegend:
      '框内与连线上：之前 → 之后。紫色：之后时间更多；青色：更少；灰色：可能出于偶然。虚线：新增；点线：消失，或按调用次数分摊。',
    side: '显示哪一侧',
    sideHint: { a: '宽度为之前的性能数据；已消失的路径有标记', b: '宽度为之后的性能数据；新路径有标记' },
    colour: { short: '变化', label: '变化', hint: '总时间：之后更少或更多' },
    onThisPath: '在此路径上',
    notOnSide: { a: '之前不存在。切换到“之后”即可查看。', b: '之后不存在。切换到“之前”即可查看。' },
    ofSide: {
      a: (before, after) => `之前（${before}），与之后（${after}）对比`,
      b: (before, after) => `之后（${after}），与之前（${before}）对比`,
    },
    fileOf: { a: '之前', b: '之后' },
    summary: (side, summary) => `${side}：${summary}`,
  },
}
