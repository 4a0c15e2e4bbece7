// 各卡片的简体中文文字。读者可能第一次接触 gprof：说清是什么、意味着什么、该怎么办。

import type { Part } from '../../../src/index.ts'
import type { CardFormats, CardMessages } from './cards.ts'

const list = (texts: readonly string[]) => texts.join('、')
const rangesOf = (ranges: { low: string; high: string }[]) =>
  list(ranges.map(({ low, high }) => `\`${low}\` 至 \`${high}\``))
const partOf = ({ state, found, expected }: Part, what: string, { count }: CardFormats) =>
  state === 'none'
    ? `没有${what}`
    : expected > found
      ? `${what} ${count(found)} 项（应有 ${count(expected)} 项）`
      : `${what} ${count(found)} 项`

export const cardsZh: CardMessages = {
  wrongExecutable: ({ program, ranges, code, fit, arcs }, { code: word, count, share }) => ({
    title: `gmon.out 与 ${word(program)} 不匹配`,
    evidence: [
      ...(ranges.length > 0 ? [`采样地址为 ${rangesOf(ranges)}。`] : []),
      `此可执行文件的函数位于 ${rangesOf([code])}。`,
      ...(arcs > 0 && fit >= 0
        ? [`${count(arcs)} 条调用记录中，${share(fit)} 指向某个函数的开头；两者匹配时，绝大多数都应如此。`]
        : []),
    ],
    why: 'gmon.out 只记录地址，不记录名称。用别的程序、或同一程序的另一次构建来读，地址就会落在错误的函数里：屏幕上的名称和时间都没有意义。',
    next: '请放入写出该文件的那个可执行文件，并且是同一次构建。',
  }),
  movedProgram: ({ program, fit, distance, fitMoved, arcs }, { code, count, share }) => ({
    title: `${code(program)} 运行时的地址与链接时不同`,
    evidence: [
      `${count(arcs)} 条调用记录中，${share(fit)} 指向某个函数的开头；减去 \`${distance}\` 后则为 ${share(fitMoved)}。`,
    ],
    why: '它可以在任意地址运行（PIE），而 2.27 之前的 glibc 会直接写出运行时的地址。屏幕上的名称和时间属于错误的函数。',
    next: '请关闭 PIE 重新链接，再运行一次：',
  }),
  badRange: ({ ranges }) => ({
    title: '文件已损坏：采样没有对应的位置',
    evidence: [`文件称采样来自 ${rangesOf(ranges)}，其终点不在起点之后。`],
    why: '无法知道哪个采样属于哪个函数，因此时间没有意义。调用次数不受影响。',
    next: '请重新运行程序，并让它自行结束，这样才会写出完整的文件。',
  }),
  nothingRecorded: ({ bins, rate }, { count }) => ({
    title: '什么也没有记录：没有采样，也没有调用',
    evidence: [
      bins > 0
        ? `${count(bins)} 个采样计数器（每秒 ${count(rate)} 次采样）全部为 0；没有任何调用记录。`
        : '文件只有文件头：没有采样计数器，也没有调用记录。',
    ],
    why: '程序在第一次采样之前就结束了，而且编译时没有使用 `-pg`。只在链接时加 `-pg` 足以产生 gmon.out，但里面不会有内容。',
    next: '请全部用 `-pg` 编译，并让程序工作几秒钟：',
  }),
  noSamples: ({ arcs, calls, hasHistogram, samplePeriod, ranges, runs }, { count, seconds }) => ({
    title: '没有采样：知道调用次数，但不知道时间',
    evidence: [
      `0 个采样；${count(arcs)} 对函数之间共 ${count(calls)} 次调用，次数是精确的。`,
      ...(hasHistogram
        ? ranges.length > 0
          ? [`采样范围为 ${rangesOf(ranges)}。`]
          : []
        : ['文件中没有采样计数器：程序可能关闭了采样（`moncontrol`）。']),
    ],
    why:
      samplePeriod > 0
        ? `每 ${seconds(samplePeriod)} 处理器时间采样一次。程序用时更短，或者把时间花在了 gprof 看不到的地方：共享库、内核、等待。`
        : '没有采样，就无从得知任何函数的时间。',
    next: `各视图改为显示调用次数。要得到 ±10 % 的时间，请让程序多做些工作，或累加至少 ${count(runs)} 次运行，再放入得到的 gmon.sum：`,
  }),
  noArcs: ({ samples, functions }, { count }) => ({
    title: '没有调用记录：知道时间，但不知道谁调用了谁',
    evidence: [
      samples >= 0
        ? `${count(functions)} 个函数中共 ${count(samples)} 个采样，没有一次调用。`
        : `${count(functions)} 个函数有时间，没有一次调用。`,
    ],
    why: '调用由编译器在 `-pg` 下加入的代码来计数。此程序只在链接时用了 `-pg`，因此调用图、条目和火焰图只能显示一个个孤立的函数。',
    next: '函数列表仍能说明时间花在哪里。要得到其余部分，请全部用 `-pg` 编译后再运行：',
  }),
  stripped: ({ program, debugFile, isByAddress, named, unnamed, stretches }, { code, count }) => ({
    title: isByAddress
      ? `${code(program)} 已被 strip：函数以地址代替名称`
      : `${code(program)} 已被 strip：大部分函数没有名称`,
    evidence: [
      isByAddress
        ? `符号表已被删除。${count(unnamed)} 个函数只知道地址，得自栈展开表（\`.eh_frame\`）；${count(named) || '0'} 个有名称。`
        : `只剩下可供其他程序调用的 ${count(named)} 个函数。`,
      ...(stretches > 0 ? [`${count(stretches)} 段代码以首尾地址命名，其中可能有多个函数。`] : []),
      ...(debugFile.name ? [`其调试文件名为 ${code(debugFile.name)}。`] : []),
      ...(debugFile.buildId ? [`其 build id 为 \`${debugFile.buildId}\`。`] : []),
    ],
    why: isByAddress
      ? '名称被 `strip` 或链接时的 `-s` 删除，gprof 本身完全无法读取这样的可执行文件。时间、调用次数和调用关系与有名称时相同。地址只在本次构建中代表某个函数，不要用它与其他构建比较。'
      : '没有名称的函数，其时间会算到前面最近的有名称的函数上，因此名称与时间对不上。',
    next: isByAddress
      ? '请放入 `strip` 之前、同一次构建的可执行文件，或其调试文件。`nm` 可查看文件里有没有名称，`addr2line` 可查单个地址的名称。如果没有这样的文件，请不带 `-s`、不用 `strip` 重新构建：'
      : '请放入 `strip` 之前、同一次构建的可执行文件，或其调试文件。如果都没有，请不带 `-s` 重新构建：',
  }),
  cutListing: ({ flatProfile, callGraph, leftOut, leftOutCount, isKnown }, formats) => ({
    title: '这份列表缺少一部分',
    evidence: [
      `现有：${partOf(flatProfile, '平面剖析', formats)}，${partOf(callGraph, '调用图条目', formats)}。`,
      ...(leftOut
        ? [
            `有 ${formats.count(leftOutCount)} 处省略了若干行，第一处在第 ${formats.count(leftOut.line)} 行：${formats.code(leftOut.text.trim())}`,
          ]
        : []),
    ],
    why: isKnown
      ? '现有内容已能解释所有调用，因此时间仍然可知。'
      : '被删去的函数和调用不会出现在任何视图中，原处会注明列表中没有；百分比按已知的时间计算。',
    next: '请索取完整的列表，或重新打印：',
  }),
  onePart: ({ part, found }, { count }) =>
    part === 'flat'
      ? {
          title: '只有平面剖析：不知道谁调用了谁',
          evidence: [`平面剖析 ${count(found)} 行，没有调用图。`],
          why: '它是用 `-p` 打印的，或只复制了一部分。调用图、条目和火焰图只能显示孤立的函数。',
          next: '请同时打印两个表：',
        }
      : {
          title: '只有调用图',
          evidence: [`${count(found)} 个条目，没有平面剖析。`],
          why: '它是用 `-q` 打印的，或只复制了一部分。这没有问题：条目中已有全部函数的时间。',
          next: '要得到两个表：',
        },
  oddRate: ({ rate, others }, { count, decimal }) => ({
    title: others.length > 0 ? '文件给出了几个不同的采样频率' : '文件给出的采样频率不可能成立',
    evidence: [
      `每秒 ${Number.isInteger(rate) ? count(rate) : decimal(rate)} 次采样${others.length > 0 ? `，另处为 ${list(others.map(count))}` : ''}。`,
    ],
    why:
      rate === 0
        ? '秒数等于采样数除以频率，因此没有秒数：时间以采样数显示。'
        : '秒数等于采样数除以频率，频率错多少，秒数就错多少。百分比和采样数仍然成立。',
    next: '请以百分比为准，而不是秒数。要纠正，请重新运行程序。',
  }),
  fewSamples: ({ samples, first, second, apart, longer }, { code, count, decimal, share }) => ({
    title:
      apart < 1.96
        ? `只有 ${count(Math.round(samples))} 个采样：连先后次序都不确定`
        : `只有 ${count(Math.round(samples))} 个采样：时间很粗略`,
    evidence: [
      `一个采样占总时间的 ${share(1 / Math.max(1, samples))}。`,
      second
        ? `${code(first.name)} 有 ${count(Math.round(first.samples))} 个，${code(second.name)} 有 ${count(Math.round(second.samples))} 个：相差为采样误差的 ${decimal(apart)} 倍；达到 2 倍，次序才可靠。`
        : `${code(first.name)} 有 ${count(Math.round(first.samples))} 个，其他函数一个也没有。`,
    ],
    why: '采样是计数，n 个采样的误差为 √n：100 个为 ±10 %，4 个为 ±50 %。',
    next: `要使第一名达到 ±10 %，请运行 ${count(longer)} 倍的时间，或累加 ${count(longer)} 次运行，再放入得到的 gmon.sum：`,
  }),
  fullBins: ({ bins, most, fullAfter, heaviest }, { code, count, seconds }) => ({
    title: '采样计数器溢出：最热的代码实际用时比显示的更长',
    evidence: [
      `其中 ${count(bins)} 个已达 ${count(most)}${fullAfter > 0 ? `，相当于在同一处停留 ${seconds(fullAfter)}` : ''}。`,
    ],
    rows: heaviest.map(({ name, address, samples }) => ({
      name: code(name),
      says: `位于 \`${address}\`，${count(samples)} 个采样`,
    })),
    why: '计数器只有 16 位，到头后从 0 重新开始。缺了一部分时间，而且无法知道缺了多少。',
    next: '请分成较短的几次运行来剖析，再把各个文件一起放入。',
  }),
  countOverflow: ({ arcs, heaviest }, { code, count }) => ({
    title: '调用次数可能已经溢出',
    evidence: [`${count(arcs)} 对函数之间的调用超过 ${count(2 ** 31)} 次。`],
    rows: heaviest.map(({ caller, callee, count: calls }) => ({
      name: `${code(caller.name)} → ${code(callee.name)}`,
      says: `${count(calls)} 次调用`,
    })),
    why: `gmon.out 只保留次数的低 32 位：满 ${count(2 ** 32)} 次后从 0 重新开始。这些次数（以及其他次数）可能偏低，每次调用的时间可能偏高。`,
    next: '请剖析较短的一次运行。',
  }),
  countedTwice: ({ files }, { code, count }) => {
    const why =
      '所有视图显示的是全部文件之和，两个文件里都有的内容就被计算两次。`gprof -s` 写出的 `gmon.sum` 包含了合成它的那些文件的全部内容。'
    const [{ file, of }, ...others] = files
    if (others.length > 0)
      return {
        title: `有 ${count(files.length)} 个文件很可能被计算了两次`,
        evidence: [],
        rows: files.slice(0, 5).map(({ file, of }) => ({
          name: code(file),
          says: of === null ? '与其他所有文件合计一样多' : `采样和调用与 ${code(of)} 相同`,
        })),
        why,
      }
    if (of === null)
      return {
        title: `全部数值都被计算了两次：${code(file)} 很可能是其他文件的总和`,
        evidence: ['它的采样和调用与其他所有文件合计一样多。'],
        why,
      }
    return {
      title: `被计算了两次：${code(file)} 很可能是 ${code(of)} 的副本`,
      evidence: ['两者在相同函数中的采样相同，调用也一样多。'],
      why,
    }
  },
  overwritten: ({ suspects, command }, { code, count }) => ({
    title: `有 ${count(suspects.length)} 个文件可能并非看上去的那样`,
    evidence: [],
    rows: suspects.slice(0, 5).map(({ kind, file, other }) => ({
      name: code(file),
      says: {
        shared: '名称中没有进程号：属于最后写它的进程',
        autovacuum: '所有 autovacuum 进程都写它，后者覆盖前者',
        number: `与 ${code(other ?? '')} 是同一进程`,
      }[kind],
    })),
    why: '每个进程结束时写出自己的文件，并覆盖已有的。几个进程写同一文件，只剩最后一个；同一进程出现两次，就被计算两次。',
    next: command ? '请让每个进程写自己的文件：' : '请去掉它们，把其余文件重新放入。',
  }),
  forks: ({ file, calls }, { code }) => ({
    title: '此程序会创建更多进程，而文件只属于其中一个',
    evidence: [`它调用 ${list(calls.map(code))}，而 ${code(file)} 的名称中没有进程号。`],
    why: '所有进程结束时都写同一个文件，只剩最后一个的内容。其他进程做了什么，文件里没有。',
    next: '请让每个进程写自己的文件，再把它们一起放入：',
  }),
  inherited: ({ files, arcs, calls, callees }, { code, count }) => ({
    title: '这些进程由同一进程 fork 而来：它的调用在每个进程里都有',
    evidence: [
      `${count(files)} 个文件；${count(arcs)} 对函数的次数在所有文件中都相同。总和可能多算了 ${count(calls)} 次调用。`,
    ],
    rows: callees.map(({ name, calls }) => ({ name: code(name), says: `最多多算 ${count(calls)} 次` })),
    why: '新进程从来源进程的计数开始，并把它们再次写入自己的文件。时间不受影响。',
    next: '各视图显示所有进程的总和。在“进程”中可以单独查看每个进程，也可以选取其中一部分。',
  }),
  threads: ({ starts, roots, share }, { code, share: percent }) => ({
    title: '此程序使用线程：调用次数可能偏低',
    evidence: [
      `其中有 ${list(starts.map(code))}。`,
      ...(roots.length > 0
        ? [
            `${percent(share)} 的时间归在 ${list(roots.map(({ name }) => code(name)))} 之下，线程似乎由此开始：没有记录到调用者。`,
          ]
        : []),
    ],
    why: '各线程同时计数，难免丢失一些。由谁启动线程不会被记录，因此它看起来不被任何函数调用。在旧系统上只有主线程会被采样。',
    next: '请更多地相信时间，而不是次数。要得到精确的次数，如果可能，请用单线程运行。',
  }),
  timeOutside: ({ time, samples, share, range }, { time: amount, count, share: percent }) => ({
    title: `有 ${amount(time)} 不属于任何函数`,
    evidence: [
      `占时间的 ${percent(share)}${samples >= 0 ? `，${count(Math.round(samples))} 个采样` : ''}${range ? `，位于 \`${range.low}\` 与 \`${range.high}\` 之间` : ''}。`,
    ],
    why: '有些代码没有名称：编译器和链接器加入的、汇编例程、被 strip 的部分。它们不在任何一行，因此各行之和不等于总时间。',
  }),
  droppedArcs: ({ records, ofRecords, calls, share }, { count, share: percent }) => ({
    title: `有 ${count(calls)} 次调用未计入`,
    evidence: [
      `${count(ofRecords)} 条调用记录中的 ${count(records)} 条（占调用的 ${percent(share)}）起点或终点不在可执行文件的任何函数内。`,
    ],
    why: 'gprof 会悄悄略去它们，各视图也是如此。它们大多来自共享库，或来自没有名称的代码。',
  }),
  folded: ({ symbols, heaviest, samples, calls }, { code, count }) => ({
    title: `${count(symbols)} 个函数片段或副本被算到前一个函数上`,
    evidence: [`${count(samples)} 个采样，${count(calls)} 次调用。`],
    rows: heaviest.map(({ name, into, samples, calls }) => ({
      name: code(name),
      says: `${into.name === '' ? '' : `算入 ${code(into.name)}：`}${count(samples)} 个采样，${count(calls)} 次调用`,
    })),
    why: '编译器会拆分函数并制作副本，名称如 `f.cold`、`f.constprop.0`。gprof 不把它们当作函数：地址在前的那个函数会得到属于它们的数值。',
  }),
  strayTime: ({ functions, time, share }, { code, time: amount, share: percent }) => ({
    title: `有 ${amount(time)} 落在几乎什么都不做的函数里`,
    evidence: [`占时间的 ${percent(share)}。`],
    rows: functions.map(({ name, time }) => ({ name: code(name), says: amount(time) })),
    why: '它们由编译器和链接器加入，各自只有几条指令，只运行一次。时间其实属于其后没有名称的代码：汇编例程，或为剖析计数的例程。',
  }),
  neighbour: ({ arcs, calls, share, heaviest }, { code, count, share: percent }) => ({
    title: `有 ${count(calls)} 次调用记在了错误的调用者名下`,
    evidence: [`${count(arcs)} 对函数，占所有调用的 ${percent(share)}。`],
    rows: heaviest.map(({ booked, caller, callee, calls }) => ({
      name: `${code(booked.name)} → ${code(callee.name)}`,
      says: `${count(calls)} 次调用，实为 ${code(caller.name)}`,
    })),
    why: '记录时，调用的地址会向下取整，因此靠近短函数开头的调用会落入前一个函数。',
    next: '请让所有函数从 16 字节的整数倍开始，再运行一次：',
  }),
  notCounted: ({ functions, time, share, heaviest }, { code, count, time: amount, share: percent }) => ({
    title:
      functions === 1
        ? `${code(heaviest[0].name)} 用了时间，但它的调用没有被计数`
        : `${count(functions)} 个函数用了时间，但它们的调用没有被计数`,
    evidence: [`${amount(time)}，占总时间的 ${percent(share)}。`],
    rows: heaviest.map(({ name, time }) => ({ name: code(name), says: amount(time) })),
    why: '它们没有用 `-pg` 编译；或者只被库调用，例如 `qsort` 调用比较函数。它们的时间不会传给任何调用者。',
    next: '如果是您自己的代码，请也用 `-pg` 编译：',
  }),
  profilingOverhead: ({ routines, time, before, after, leftOut, share }, { code, time: amount, share: percent }) => ({
    title: `${percent(share)} 的时间用于统计调用次数`,
    evidence: [
      ...(routines.length > 0
        ? [
            `${list(routines.map(({ name }) => code(name)))}：${amount(time)}。`,
            `总时间：计入时 ${amount(before)}，不计时 ${amount(after)}。`,
          ]
        : []),
      ...(leftOut.time > 0 ? [`gprof 已略去：${list(leftOut.names.map(code))}，${amount(leftOut.time)}。`] : []),
    ],
    why: '使用 `-pg` 时，每次调用都会运行一个计数例程。这是测量本身的开销，不是您的程序；频繁调用的短函数受影响最大。',
  }),
  spontaneous: ({ functions, heaviest, time, inMain, share }, { code, count, time: amount, share: percent }) => ({
    title:
      functions === 1
        ? `没有记录到 ${code(heaviest[0].name)} 的调用者`
        : `有 ${count(functions)} 个函数没有记录到调用者`,
    evidence: [
      `${amount(time)}（${percent(share)}）由此开始${inMain >= 0 ? `，由 \`main\` 开始的有 ${amount(inMain)}` : ''}。`,
    ],
    rows: heaviest.map(({ name, time, calls }) => ({
      name: code(name),
      says: `${amount(time)}，发出 ${count(calls)} 次调用`,
    })),
    why: 'gprof 称之为 `<spontaneous>`。信号处理函数、线程以及由库回调的函数都是这样，这时没有问题；调用者没有用 `-pg` 编译的函数也是这样。',
    next: '如果它们的调用者是您自己的代码，请也用 `-pg` 编译调用者。',
  }),
  cycle: (
    { number, members, time, calls, innerCalls, loop, cut, command, share },
    { code, count, time: amount, share: percent },
  ) => ({
    title:
      loop.length > 0 && members <= 3
        ? `${list(loop.map(({ name }) => code(name)))} 相互调用：循环 ${count(number)}`
        : `${count(members)} 个函数相互调用：循环 ${count(number)}`,
    evidence: [
      `整个循环 ${amount(time)}（${percent(share)}）；来自外部的调用 ${count(calls) || '0'} 次，成员之间 ${count(innerCalls) || '未知'} 次。`,
      ...(loop.length > 0 ? [`最短的环：${[...loop, loop[0]].map(({ name }) => code(name)).join(' → ')}。`] : []),
      ...(cut && cut.length > 0
        ? [
            `去掉 ${list(cut.slice(0, 3).map(({ caller, callee, calls }) => `${code(caller)} → ${code(callee)}（${count(calls)} 次调用）`))}${cut.length > 3 ? `以及另外 ${count(cut.length - 3)} 处` : ''}，就不再是循环。`,
          ]
        : []),
    ],
    why: 'gprof 只知道整个循环的时间，不会把它分给各个成员：它们的调用者和被调用者得到的数值都很粗略。',
    next: command ? '要把时间分开，请让 gprof 略去这些调用：' : '在成员的条目中，可以把循环合并为一个函数。',
  }),
  splitByCalls: ({ certain, largest, share }, { code, count, time: amount, share: percent }) => ({
    title: `${percent(share)} 的时间是按调用次数分配的`,
    evidence: [
      `${percent(certain)} 只有一个可能的归属。`,
      `${code(largest.callee.name)} 的 ${count(largest.ofCalls)} 次调用中，${code(largest.caller.name)} 占 ${count(largest.count)} 次。gprof 因此分给它 ${amount(largest.time)}；实际可能在 ${amount(largest.least)} 到 ${amount(largest.most)} 之间。`,
    ],
    why: 'gprof 不测量单次调用的时间。一个函数有几个调用者时，它假定每次调用的代价都一样。视图用 ≈ 和点纹标出这样的时间。',
  }),
  smallFunctions: (
    { functions, heaviest, calls, time, share },
    { code, count, seconds, time: amount, share: percent },
  ) => ({
    title: `有 ${count(functions)} 个函数非常短，统计调用所花的时间与其本身相当`,
    evidence: [`${count(calls)} 次调用，${amount(time)}，占总时间的 ${percent(share)}。`],
    rows: heaviest.map(({ name, calls, perCall }) => ({
      name: code(name),
      says: `${count(calls)} 次调用，每次 ${seconds(perCall * 1e-9)}`,
    })),
    why: '统计一次调用需要 2 到 50 ns，其中一部分会算作该函数及其调用者的时间。使用 `-pg` 还会使一些调用不再内联。',
    next: '在优化它们之前，请先看看不带 `-pg` 构建的程序用时多少。',
  }),
  recursion: ({ functions, heaviest }, { code, count, time: amount }) => ({
    title: functions === 1 ? `${code(heaviest[0].name)} 调用自身` : `有 ${count(functions)} 个函数调用自身`,
    evidence: [],
    rows: heaviest.map(({ name, calls, selfCalls, time }) => ({
      name: code(name),
      says: `${count(calls) || '0'}+${count(selfCalls)} 次调用，${amount(time)}`,
    })),
    why: '被其他函数调用和调用自身分开计数，写作 n+m。调用自身不传递时间，因此递归中的时间只计算一次。',
  }),
  sameNames: ({ names, heaviest }, { code, count, time: amount }) => ({
    title: names === 1 ? `有几个函数同名：${code(heaviest[0].name)}` : `有 ${count(names)} 个名称各属于几个函数`,
    evidence: [],
    rows: heaviest.map(({ functions }) => ({
      name: list(functions.map(({ label }) => code(label))),
      says: list(functions.map(({ time }) => amount(time))),
    })),
    why: '不同文件中的静态函数可以同名，编译器也会生成两份构造函数。各自的数值是分开的；名称后面的内容说明是哪一个。',
  }),
  mangledNames: ({ functions, example }, { code, count }) => ({
    title: `有 ${count(functions)} 个名称是链接器使用的形式`,
    evidence: [`${code(example.name)} 即 ${code(example.means)}。`],
    why: '列表是用 `--no-demangle` 或 `-T` 打印的。数值不受影响。',
    next: '请用可读的名称重新打印：',
  }),
  translated: ({ heading }, { code, count }) => ({
    title: '这份列表不是英文的，照样可以读取',
    evidence: [`第 ${count(heading.line)} 行：${code(heading.text.trim())}`],
    why: 'gprof 只翻译标题和说明，不翻译数值和名称：任何视图都没有缺少内容。',
    next: '无需做任何事。如果其他工具需要英文列表：',
  }),
  unreadLines: ({ lines, first }, { code, count }) => ({
    title: `表格中有 ${count(lines)} 行无法理解`,
    evidence: [`第 ${count(first.line)} 行：${code(first.text.trim())}`],
    why: '它们不是任何已知 gprof 的行，不出现在任何视图中。其他各行都在。',
  }),
  uncoveredCode: ({ functions, of, ranges, code }, { count }) => ({
    title: `${count(of)} 个函数中有 ${count(functions)} 个无法被采样`,
    evidence: [`采样范围为 ${rangesOf(ranges)}；函数位于 ${rangesOf([code])}。`],
    why: '它们在范围之外，因此无论做了什么，时间都是 0。调用次数照常计数。',
  }),
  arcsNearLimit: ({ arcs, limit }, { count }) => ({
    title: '函数对的数目已接近上限',
    evidence: [`${count(arcs)} 对，上限约 ${count(limit)} 对。`],
    why: 'C 库只为这么多对调用者和被调用者留有空间。超过上限的运行根本不会写出 gmon.out。',
    next: '请留出更多空间：',
  }),
}
