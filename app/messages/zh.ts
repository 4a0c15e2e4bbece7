// 页面的全部简体中文文字，各键与 en.ts 一一对应。

import type { Messages } from './en.ts'

export const zh: Messages = {
  compare: {
    title: '对比',
    before: '之前',
    after: '之后',
    functionsOf: text => `${text} 个函数`,
    function: '函数',
    difference: '差值',
    ratio: '比值',
    range: '95% 区间',
    sureness: '可信程度',
    self: '自身',
    total: '总计',
    isNew: '新增',
    isGone: '消失',
    percent: '%',
    perCall: unit => `${unit}/次`,
    inUnit: (head, unit) => `${head}（${unit}）`,
    headTitles: {
      self: {
        before: '之前的自身时间',
        after: '之后的自身时间',
        change: '之后的自身时间比之前多多少，以及该差值的 95% 区间。按可信程度和大小排序。',
        ratio: '之后的自身时间是之前的多少倍',
      },
      total: {
        before: '之前的自身时间与被调函数时间之和',
        after: '之后的自身时间与被调函数时间之和',
        change: '之后的总时间比之前多多少，以及该差值的 95% 区间。按可信程度和大小排序。',
        ratio: '之后的总时间是之前的多少倍',
      },
    },
    nameTitle: 'gprof 所打印的名称',
    timesCompared: '对比的时间',
    timesExplained: { self: '函数自身的时间', total: '连同其所调用函数的时间' },
    changed: (sure, tested) => `${tested} 个中有 ${sure} 个确有变化`,
    method:
      '在有采样的函数中，有这么多个的差异超出了偶然范围。采样属于稀有事件：对每个函数，用精确条件检验计算两次相同的运行之间' +
      '出现这种差异的概率；再用 Benjamini–Hochberg 方法，使所有被判为确有变化的函数中误判的比例不超过 5%。灰色的差异可能出于偶然。',
    onlyBefore: n => `仅之前有（${n}）`,
    onlyAfter: n => `仅之后有（${n}）`,
    onlyTitle: '另一个剖析结果中没有的函数',
    waiting: '正在对比……',
    fromTo: (before, after, unit) => `${before} → ${after}${unit === '' ? '' : ` ${unit}`}`,
    between: (low, high) => `${low} 至 ${high}`,
    notKnown: '未知',
    noRatio: '没有比值：之前未计到任何时间。',
    sure: (sureness, falseRate) =>
      ({
        sure: `可信：误判率 ${falseRate}%`,
        chance: '可能出于偶然',
        unsampled: '没有采样',
        unknown: '无法对比',
      })[sureness],
    differenceSaid: (change, low, high, unit, sure) => `${change} ${unit}，95% 区间 ${low} 至 ${high}；${sure}`,
    rowSaid: row =>
      `${row.name}${row.only === '' ? '' : `（${row.only}）`}：之前 ${row.before}，之后 ${row.after}，差值 ${row.change}，${row.sure}`,
  },
}
