// 分析、合并、分享与变换剖析时所说的话。

import { type AllSentences, type Said, type Say, THIN } from '../../../src/index.ts'
import { number, percent, precisely, roughly } from './figures.ts'

const exactCounts = (arcs: number, calls: number) => `${number(arcs)} 条调用弧和 ${number(calls)} 次调用`
const allOf = (parts: readonly Said[], say: Say) => parts.map(say).join('；')
const listed = (parts: readonly Said[], say: Say) => parts.map(say).join('、')
const whatThereIs = (parts: readonly Said[], say: Say) =>
  parts.length > 0 ? `已有的部分也不完整：${allOf(parts, say)}。` : ''

export const analyse: AllSentences['analyse'] = {
  samplesOutside: ({ outside, total }) =>
    `${number(total)} 个采样中有 ${number(outside)} 个（${percent(outside / total)}）不在任何函数之内，因而不属于任何一行。`,
  arcsOutside: ({ records, all, calls }) =>
    `${number(all)} 条调用弧中有 ${number(records)} 条（共 ${number(calls)} 次调用）的起点或终点不在任何函数之内，与 gprof 一样没有采用。`,
  noRate: 'gmon.out 中的采样率为每秒 0 个采样，这不可能。时间以采样数显示。',
  histogramOdd: ({ ranges }, say) => `直方图的终点不在起点之后：${listed(ranges, say)}。文件已损坏，时间没有意义。`,
  range: ({ low, high }) => `${low} 至 ${high}`,
  wrongPair: ({ ranges, first, last, fit, moved, fitMoved }, say) => {
    const code = `此可执行文件的函数位于 ${first} 至 ${last}`
    const evidence = [ranges.length === 0 ? code : `采样来自 ${listed(ranges, say)}，而${code}`]
    if (fit !== null) evidence.push(`记录的调用中有 ${percent(fit)} 指向某个函数的开头`)
    const next =
      moved !== null
        ? `若把地址降低 ${moved}，则有 ${percent(fitMoved)}：此可执行文件可在任意地址运行（PIE），而此文件记录的是运行时的地址，不是链接时的地址。glibc 2.27 之前的 C 库会写出这样的文件。请用 -no-pie 链接并重新运行。`
        : '请提供同一次构建、写下此文件的可执行文件。'
    return `gmon.out 与此可执行文件不符：${evidence.join('；')}。${next}`
  },
  nothingRecorded:
    'gmon.out 中既没有采样，也没有调用弧：程序什么也没有记录。它可能在开始工作之前就关闭了剖析（moncontrol）。',
  noHistogram: ({ arcs, calls }) =>
    `gmon.out 中没有直方图，只有${exactCounts(arcs, calls)}：调用已知，时间未知。程序可能关闭了采样（moncontrol）。`,
  noSamples: ({ bins, rate, arcs, calls }) => {
    const shortest = rate > 0 ? ` ${roughly(1 / rate)}${THIN}s ` : '一个采样周期'
    const known =
      arcs > 0
        ? `${exactCounts(arcs, calls)}是准确的；要得到时间，请让程序工作更久。`
        : '也没有调用弧：什么也没有记录。编译时也要加 -pg，不能只在链接时加，并让程序工作更久。'
    return `直方图是空的：${number(bins)} 个区间中没有一个采样。按每秒 ${number(rate)} 个采样计，程序占用的处理器时间不足${shortest}，或时间花在了共享库和等待上，gprof 看不到这些。${known}`
  },
  noArcs: ({ samples }) =>
    `gmon.out 中有 ${number(samples)} 个采样，但没有调用弧，因此没有调用图：每个函数的时间各自独立。只有编译时加了 -pg（而不只是链接时），才会记录调用。`,
  fullBin: ({ most }) =>
    `直方图中至少有一个区间达到了 ${number(most)}，其计数器随后从 0 重新开始：最热的代码实际花费的时间比所示的更长。`,

  leftOutOfSum: ({ name, reason }, say) => `${name} 没有计入总和：${say(reason)}`,
  otherRate: ({ name, rate, first }) =>
    `${name} 每单位时间有 ${number(rate)} 个采样，而第一个文件有 ${number(first)} 个。与 gprof 一样，全部按第一个文件的采样率计算。`,
  unitDiffers: ({ unit, sign, first, firstSign }) =>
    `它以 ${unit}（${sign}）计，而第一个文件以 ${first}（${firstSign}）计。`,
  binsDiffer: ({ bytes, first }) =>
    `它的每个区间为 ${precisely(bytes)} 字节，而第一个文件的为 ${precisely(first)} 字节。`,
  rangesOverlap: ({ range, first }, say) =>
    `它的地址 ${say(range)} 与另一个文件的 ${say(first)} 重叠但不相同：它来自另一个程序或另一次构建。`,
  rateDiffers: ({ rate, first }) => `它每秒有 ${number(rate)} 个采样，而第一个文件有 ${number(first)} 个。`,
  rangeDiffers: ({ range, first }, say) => `它的地址是 ${say(range)}，而第一个文件的是 ${say(first)}。`,

  timesDisagree: ({ functions, first }) =>
    `有 ${number(functions)} 个函数（首先是 ${first}）打印的时间无法由自身时间和调用次数推出。让 gprof 在计算时间时略去某些函数（-E、-F、-n、-N），就会打印出这样的列表。时间按打印的显示。`,
  undeclaredCycles: ({ cycles }) =>
    `这些调用形成了 ${number(cycles)} 个列表中没有指明的循环，因此列表不是 gprof 打印的。时间按 gprof 的方法算出。`,
  countsDisagree: ({ calls }) =>
    `有 ${number(calls)} 条调用在调用者和被调用者的条目中次数不同：可能混入了不同列表的部分。采用先出现的次数。`,

  noCalls: ({ parts }, say) =>
    `列表没有记录调用，因此没有调用图：每个函数的时间各自独立。只有编译时加了 -pg（而不只是链接时），才会记录调用。${whatThereIs(parts, say)}`,
  flatOnly: ({ parts }, say) =>
    `列表只有平面剖析，因此不知道谁调用了谁。不加 -p 的 \`gprof\` 会同时打印调用图。${whatThereIs(parts, say)}`,
  incompleteButKnown: ({ parts }, say) =>
    `列表不完整：${allOf(parts, say)}。已有的部分足以解释全部调用，所以时间仍然已知。`,
  incomplete: ({ parts }, say) => `列表不完整：${allOf(parts, say)}。时间按打印的显示，缺失的部分显示为未知。`,
  linesLeftOut: ({ places, lines }) =>
    `转发者在 ${number(places)} 处略去了若干行（第 ${lines.map(number).join('、')} 行${places > lines.length ? ' …' : ''}）`,
  rowsThere: ({ rows }) => `平面剖析有 ${number(rows)} 行`,
  entriesThere: ({ found, expected }) => `调用图至多 ${number(expected)} 个条目，现有 ${number(found)} 个`,
  callsUnaccounted: '调用图不能解释全部调用',
}

export const processes: AllSentences['processes'] = {
  probablySum: ({ file }) =>
    `“${file}”的采样和调用与其他所有文件之和一样多：它很可能就是它们之和，于是一切都计算了两次。请去掉它。`,
  sharedName: ({ file }) =>
    `“${file}”的名称中没有进程号，而其他文件有。如果有多个进程写过它，其中是最后结束的那个进程。`,
  autovacuum: ({ file }) =>
    `“${file}”不属于单个进程：PostgreSQL 的自动清理（autovacuum）工作进程都写入此文件，其中是最后结束的那个进程。`,
  sameNumber: ({ file, other, number: pid }) =>
    `“${other}”和“${file}”都属于进程 ${pid}：该进程号被用了两次，或其中一个是另一个在不同时刻的状态。两者都计入了总和。`,
  probablyCopy: ({ file, other }) =>
    `“${file}”与“${other}”在相同的函数中有相同的采样，调用也一样多：其中一个很可能是另一个的副本，被计算了两次。`,
  sumOfListings:
    '这是多份列表之和：按名称把它们的自身时间（精度与打印的相同）和调用次数相加，其余时间由此算出。gprof 做不到这一点。',
  notSummed: ({ file }) => `“${file}”没有计入列表之和：它属于另一个程序，或单位不同，或缺少一些行。`,
  noneChosen: '没有选择进程：请至少选择一个。',
}

export const packedParts: AllSentences['packedParts'] = {
  title: '标题',
  unit: '时间单位',
  functionNames: '函数的名称',
  sourceFiles: '函数的源文件',
  samples: '采样',
  calls: '调用',
  cycles: '循环',
  callOrder: '调用的顺序',
  functionTimes: '函数的时间',
  times: '时间',
  printedTimes: '打印的时间',
  pruned: '略去部分的说明',
  completeness: '列表完整程度的说明',
  warnings: '警告',
  processNames: '进程的名称',
  processSamples: '进程的采样',
  processCalls: '进程的调用',
  listingNames: '各列表的名称',
  listingRows: '各列表的函数和调用',
  listingTimes: '各列表的时间',
  functionOrder: '函数的顺序',
  check: '末尾的校验值',
}

export const share: AllSentences['share'] = {
  linkOdd: ({ at, letter }) =>
    `无法读取链接中的剖析：其中第 ${number(at)} 个字符是“${letter}”，这类链接中不会出现。请重新复制整个链接，不要带上前后的内容。`,
  linkCut: ({ length }) =>
    `链接中的剖析在第 ${number(length)} 个字符处被截断。邮件和聊天会截断长链接：请对方改发文件。`,
  nothingEmbedded: ({ name }) =>
    `“${name}”是单文件形式的 Arcflame 本身，其中没有剖析。请在浏览器中打开它，再把剖析拖放进去。`,
  notPacked: '这不是 Arcflame 打包的剖析。请重新复制整个链接，或请对方以文件形式发送剖析。',
  packedLater: ({ version, known }) =>
    `此剖析由更新的 Arcflame 以版本 ${version} 打包，而此页面只能读到版本 ${known}。请用打包它的 Arcflame 打开，或重新加载此页面以获得新版本。`,
  unpacksTooLarge: ({ mib }) =>
    `打包的剖析解压后超过 ${mib} MiB，Arcflame 不会打包出这么大的内容：它已损坏，或有人蓄意破坏。没有打开。`,
  packedCut: ({ what, byte }, say) =>
    `打包的剖析被截断：它在第 ${number(byte)} 字节处结束，正处于“${say(what)}”之中。邮件和聊天会截断长链接：请对方改发文件。`,
  packedAltered: ({ what, byte }, say) =>
    `打包的剖析在途中被改动：打包内容第 ${number(byte)} 字节处的“${say(what)}”不可能正确。请对方重发，最好用文件：邮件和聊天会弄坏长链接。`,
  tooLargeToPack: ({ functions, arcs, mib }) =>
    `剖析太大，无法打包：上限为 ${number(functions)} 个函数、${number(arcs)} 条调用弧和 ${mib} MiB。请减少保留的函数，或直接发送文件本身。`,
  nothingFits: ({ characters }) => `${number(characters)} 个字符连剖析中的一个函数也放不下。请以文件形式发送。`,
}

export const expressionFaults: AllSentences['expressionFaults'] = {
  charRange: '字符类的范围无效',
  escape: '转义序列无效',
  namedGroup: '命名分组无效',
  perlSyntax: 'Perl 语法无效或不受支持',
  repeatOfRepeat: '重复运算符不能嵌套',
  repeatCount: '重复次数无效',
  missingBracket: '缺少右方括号 ]',
  missingParenthesis: '缺少右圆括号 )',
  nothingToRepeat: '重复运算符之前没有内容',
  trailingBackslash: '表达式末尾有多余的反斜杠',
  sameGroupName: '分组名称重复',
  unexpectedParenthesis: '多余的右圆括号 )',
  nestsTooDeeply: '表达式嵌套过深',
  expressionTooLarge: '表达式过大',
  groupInLookbehind: '后行断言中不能有捕获分组',
}

export const query: AllSentences['query'] = {
  faultIn: ({ fault, part }, say) => `${say(fault)} \`${part}\``,
  tooManySteps: '它的重复太多，按它搜索会花费过长的时间。',
}

export const titles: AllSentences['titles'] = {
  titleOfProcesses: ({ program, processes }) => `${program}，${processes} 个进程`,
  titleOfMean: ({ title }, say) => `${say(title)}，平均`,
  titleOfListings: ({ listings }) => `${listings} 份列表之和`,
}

export const transform: AllSentences['transform'] = {
  joinsTooMany: '隐藏这些函数会使过多的调用者与被调用者直接相连，无法显示。',
  mustBeWhole: '去掉一条调用弧后须重新计算时间，为此列表必须完整：其中有些部分缺失。',
  noSlashes: '表达式以斜杠开头并以斜杠结尾。',
}

export const exporting: AllSentences['export'] = {
  severalUnits: ({ units }) => `pprof 文件只有一种时间单位，而这些剖析有多种：${units.join('、')}。`,
  tooManyPaths: '深层调用路径太多，而 pprof 会逐条完整列出。Callgrind 格式有同样的总和，且不需要路径。',
}

export const compare: AllSentences['compare'] = {
  otherUnits: ({ unit, other }) => `一份剖析以 ${unit} 计，另一份以 ${other} 计：只能比较各自总量中的占比。`,
  manyRuns: ({ most }) => `运行超过 ${number(most)} 次：不再读取各次运行之间的差异，变化有多可信只由采样误差判断。`,
  unlikeRuns: '对均值所做的变换无法同样地用于每一次运行：变化有多可信只由采样误差判断。',
}

export const issue: AllSentences['issue'] = {
  andMore: ({ rest }) => `另有 ${number(rest)} 项同样如此，未逐一列出。`,
}
