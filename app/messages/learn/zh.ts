// 帮助的简体中文：gprof 的每个词，先讲一般含义，再用屏幕上的数字说明。

import type { LearnMessages } from './learn.ts'

export const learnZh: LearnMessages = {
  title: '数字的含义',
  here: '此处：',
  before: '之前：',
  after: '之后：',
  shownBy: (name, isChosen) =>
    isChosen
      ? `以所选函数 ${name} 的数字说明；它没有的，则用其他函数。`
      : `以屏幕上的数字说明，主要是耗时最多的 ${name}。选择其他函数，即可看到它自己的数字。`,
  comparedBy: (name, isChosen) =>
    isChosen
      ? `正在对比两份剖析。各词以所选函数 ${name} 之前和之后的数字来说明（仅限它有的）。`
      : `正在对比两份剖析。各词以变化最靠前的函数 ${name} 之前和之后的数字来说明。选择另一个函数即可看它的数字。`,
  comparing: '正在对比两份剖析：每个数字都有之前和之后两个，含义不变。',
  nothingOpen: '打开一份剖析后，每个词都会用屏幕上的数字来说明。',
  words: {
    self: {
      word: '自身',
      means:
        '函数自身所用的时间。gprof 每隔固定时间查看程序所在位置：每次查看是一个采样，自身时间就是落在该函数内的采样数；落在两个函数交界处的采样由两者分摊。n 个采样的误差约为 √n，即条形上的误差线和数字旁的 ±。',
      shows: ({ fn, time, samples, samplePeriod, error }, { name, time: amount, decimal, count }) =>
        `${name(fn)} 的自身时间 ${amount(time)} = ${
          Math.abs(samples - Math.round(samples)) < 0.05 ? count(Math.round(samples)) : decimal(samples)
        } 个采样，每个 ${amount(samplePeriod)}，误差 ± ${amount(error)}。`,
    },
    rank: {
      word: '名次',
      means: '按自身时间的名次。另一次运行会得到不同的采样，因此在先后并不显著时，名次是一个范围，置信度为 95 %。',
      shows: ({ fn, first, last, of }, { name, count }) =>
        first === last
          ? `${name(fn)} 为 ${count(of)} 个函数中的第 ${count(first)} 名。`
          : `${name(fn)} 可能是 ${count(of)} 个函数中的第 ${count(first)} 至 ${count(last)} 名。`,
    },
    total: {
      word: '总计',
      means: '自身时间加上被调用者的时间：即该函数所调用的函数计入它的那部分时间。',
      shows: ({ fn, self, children, total }, { name, time }) =>
        `${name(fn)} 的总时间 = 自身 + 被调用者：${time(self)} + ${time(children)} = ${time(total)}。`,
    },
    percent: {
      word: '%',
      means:
        '时间占剖析中全部采样的比例。各函数自身时间之和为 100 %；总时间则不然，因为一个函数的时间也包含在它每个调用者的总时间里。',
      shows: ({ fn, self, all, selfShare, totalShare }, { name, time, share }) =>
        `${name(fn)} 自身为 ${time(all)} 中的 ${time(self)}，即 ${share(selfShare)}；连同被调用者为 ${share(totalShare)}。`,
    },
    calls: {
      word: '调用次数',
      means: '每次进入函数时计数，而非采样，因此准确。函数对自身的调用另行计数。',
      shows: ({ fn, calls }, { name, count }) => `${name(fn)} 被其他函数调用了 ${count(calls)} 次。`,
    },
    perCall: {
      word: '每次调用',
      means: '时间除以来自其他函数的调用次数，是平均值。gprof 从不测量单次调用，因此看不出许多快调用中的某一次慢调用。',
      shows: ({ fn, calls, self, total }, { name, time, count }) =>
        `${name(fn)} 共 ${count(calls)} 次调用，平均每次自身 ${time(self)}、总计 ${time(total)}。`,
    },
    selfCalls: {
      word: 'n+m',
      means:
        '递归函数或循环的调用次数：n 次来自外部，m 次是函数对自身或成员之间的调用。只有 n 用来把时间分摊给调用者。',
      shows: ({ fn, others, own }, { name, count }) =>
        `${name(fn)} 为 \`${count(others)}+${count(own)}\`：${count(others)} 次来自其他函数，${count(own)} 次来自自身。`,
    },
    ofAll: {
      word: 'n/m',
      means:
        '某个调用者的调用次数占全部调用的多少：共 m 次，此处 n 次。gprof 把时间的 n/m 分给该调用者，如同每次调用开销相同。n 等于 m 时只显示 n。',
      shows: ({ caller, callee, here, all, time: passed, least, most }, { name, time, count }) =>
        `${name(caller)} 调用 ${name(callee)} \`${count(here)}/${count(all)}\` 次，即 ${count(all)} 次中的 ${count(here)} 次，因而分得 ${time(passed)}；实际经此花费的时间在 ${time(least)} 与 ${time(most)} 之间。`,
    },
    cycle: {
      word: '循环整体',
      means:
        '互相调用、周而复始的函数。gprof 无法在它们之间划分时间，于是视为一体：知道循环整体的时间以及谁调用了它，但不知道成员之间的时间。',
      shows: ({ number, members, self, children, calls, innerCalls }, { time, count }) =>
        `循环 ${number} 有 ${count(members)} 个成员，自身 ${time(self)} + 被调用者 ${time(children)}；${count(calls) || '0'} 次调用来自外部，${count(innerCalls) || '0'} 次在成员之间。`,
    },
    spontaneous: {
      word: '无调用者记录',
      means:
        '没有记录到调用者，gprof 写作 `<spontaneous>`。它由系统或未用 -pg 编译的代码调用：程序入口、信号处理函数、线程、库的回调。',
      shows: ({ fn, total }, { name, time }) => `${name(fn)} 没有调用者记录，总时间 ${time(total)}。`,
    },
    index: {
      word: '[n]',
      means: 'gprof 给函数的编号：其条目在报告的调用图中的位置，总时间最多的在前。',
      shows: ({ fn, index }, { name }) => `${name(fn)} 的编号是 \`[${index}]\`。`,
    },
    certain: {
      word: '确定与假定',
      means:
        '只可能归于一处的时间是确定的，以实色绘制：函数自身的时间，以及只被它调用的函数的时间。按调用次数分摊的时间是假定的，以点线表示。',
      shows: ({ share }, { share: percent }) => `${percent(share)} 的时间只可能归于一处。`,
    },
    blank: {
      word: '空白',
      means: '没有记录，这与 0 不同：未用 -pg 编译的代码会有采样，但没有人计算它的调用次数。',
      shows: ({ functions }, { count }) => `${count(functions)} 个函数有采样，却没有调用记录。`,
    },
  },
  comparedTitle: '对比两份剖析',
  compared: [
    {
      word: '差值',
      means:
        '之后减去之前。95 % 区间是指：若两者都重新测量，100 次中有 95 次差值会落在其中，因为采样带有偶然性。对比多次运行的平均时，各次运行之间的差异也计入其中。',
    },
    {
      word: '确定，可能是偶然',
      means: '确定是指差异超出偶然；在所有称为确定的差异中，预期至多 5 % 是错的。其余以灰色显示。',
    },
    {
      word: '时间、占比、每次调用',
      means:
        '对比的依据：原本的时间、占各自剖析的比例，或每次调用的时间。占比适合时长不同的运行，每次调用适合工作量不同的运行。',
    },
  ],
  assumed: '所作的假定',
  assumption:
    'gprof 记录谁调用了谁、调用了多少次，从不记录完整的调用栈。函数有多个调用者时，其时间按调用次数分摊，如同每次调用开销相同。这种时间在图中以点线表示，数字前带 ≈。遇到点线框时，把指针移上去，即可看到其可能的范围。',
  keys: '按键',
  keysDo: {
    search: '搜索函数；普通文本，或 /正则/',
    hits: '在搜索框中：下一处与上一处匹配',
    list: '在函数列表中：移动；Enter 选择',
    graph: '在调用图中：移至耗时最多的调用者或被调用者、相邻函数、根',
    graphChoose: '同上：选择；再按则显示隐藏的被调用者、隐藏的调用者',
    menu: '任何视图中函数的菜单：聚焦、隐藏、折叠、查看周围',
    transform: '按名称或 /正则/ 聚焦、隐藏或分组',
    flame: '在火焰图中：移动、放大到某个框、再缩小',
    flameZoom: '同上：放大、左移、缩小、右移；Ctrl 加滚轮缩放，拖动可放大到某一范围',
    source: '所选函数或整个程序的数字从何而来；在火焰图中除外',
    doctor: '这份剖析有什么问题，该怎么办；在火焰图中除外',
    compare: '与另一份剖析对比',
    costmap: '调用次数与每次调用的时间对照，再按返回',
    costmapPoints: '同上：移至最近的函数、按时间移动、移至耗时最多的；放大、缩小、全部显示',
    export: '导出剖析，供 pprof、KCachegrind、电子表格等使用',
    processes: '一组剖析中的进程，再按返回；↑ ↓ 移动，Enter 选择一个，空格添加一个，Shift 选取其间全部',
    report: 'gprof 打印的报告，再按返回',
    reportLines: '在报告中：移至另一行、下一处与上一处匹配的行；Enter 选择',
    share: '分享：此视图的链接、内含剖析的链接，或一个 HTML 文件',
    help: '此帮助',
    panels: '在面板之间移动',
    paste: '从剪贴板打开列表',
    leave: '离开搜索框，关闭已打开的内容',
  },
}
