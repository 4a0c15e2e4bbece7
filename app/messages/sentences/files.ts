// 读取文件时所说的话：列表、gmon.out、可执行文件、压缩包，以及不是剖析的文件。

import type { AllSentences } from '../../../src/index.ts'
import { number } from './figures.ts'

const order = (isLittle: boolean) => (isLittle ? '小端' : '大端')

export const parse: AllSentences['parse'] = {
  linesRestored: '列表的换行丢失了。凡是各行的数字足以断定之处，换行都已补回；行号按补回换行后的文本计算。',
  severalRows: '有一行似乎由多行连成，中间的换行丢失了。每行从哪里开始无法断定，因此按原样读取。',
  endsWithinLine: '列表在一行的中间断开。此前的各行都已读取。',

  tooLarge: ({ name, mib }) =>
    `“${name}”的内容超过 ${mib} MiB，页面容纳不下。不含从未被调用的函数的列表要小得多：不要使用 gprof 的 -z 和 -l 选项。`,
  gzipDamaged: ({ name, byte }) =>
    `“${name}”是 gzip 压缩文件，但内容解压到第 ${number(byte)} 字节后无法继续：文件已损坏，或没有复制完整。请重新复制；\`gzip -t\` 可检查文件是否完整。`,

  gmonEmpty: 'gmon.out 是空的。程序正常退出时才会写入它：崩溃、信号或 _exit() 都不会留下内容。',
  gmonHeaderCut: ({ bytes, header }) =>
    `gmon.out 只有 ${number(bytes)} 字节，而仅文件头就有 ${number(header)} 字节。程序是否正常退出？磁盘是否还有空间？`,
  noGmon: ({ first }) =>
    `这不是 gmon.out：它以 ${first} 开头，而 GNU 格式以 67 6d 6f 6e（"gmon"）开头；按 BSD 格式读取，它的文件头也不合理。`,
  gmonOfLibrary:
    '这是共享库的剖析数据，由 glibc 为 sprof 写入（LD_PROFILE）。gprof 读不了，Arcflame 也读不了：请使用 sprof。',
  gmonOtherOrder: ({ isLittle }) =>
    `此 gmon.out 的字节序相反：它来自${order(isLittle)}机器，而此可执行文件是${order(!isLittle)}的。请提供写下它的可执行文件。`,
  gmonVersion: ({ version }) => `此 gmon.out 的版本为 ${version}；已知的版本是 0 和 1。`,
  gmonIsProgram: '这是可执行文件，不是 gmon.out。请把程序写下的 gmon.out 和可执行文件一并提供。',
  gmonOfSolaris: '这是 Solaris 或 illumos 的 gmon.out，格式不同。请在那里运行 gprof，再打开它的输出。',
  gmonOfMac: '这是 macOS 的 gmon.out，格式不同。请在那里运行 gprof，再打开它的输出。',
  gmonBadTag: ({ byte, tag, arcs }) =>
    `gmon.out 第 ${number(byte)} 字节处的记录以 ${tag} 开头，而记录应以 0、1 或 2 开头。${arcs === 0 ? '' : `此前的 ${number(arcs)} 条调用弧可以读取。`}文件已损坏：请重新运行程序。`,
  gmonOtherMachine: ({ written, program }, say) =>
    `gmon.out 由${say(written)}程序写入：按此读取，记录恰好在文件末尾结束。此可执行文件是${say(program)}的，按它读取则毫无意义。请提供写下此文件的可执行文件。`,
  form: ({ bits, isLittle }) => ` ${bits} 位${order(isLittle)}`,
  gmonCut: ({ end, what, wanted, left, histograms, arcs }, say) =>
    `gmon.out 在第 ${number(end)} 字节处结束，正处于${say(what)}之中：此处需要 ${number(wanted)} 字节，只剩 ${number(left)} 字节。此前有 ${number(histograms)} 个直方图和 ${number(arcs)} 条调用弧。可能是磁盘已满，或在程序写入时复制了文件：请重新运行程序。`,
  header: '文件头',
  histogramHead: '直方图的头部',
  bins: ({ bins }) => `有 ${number(bins)} 个区间的直方图`,
  histogram: '直方图',
  arc: '一条调用弧',
  blocks: '基本块计数',

  elfOdd: '此 ELF 文件没有说明是 32 位还是 64 位，或没有说明字节序：文件头已损坏。',
  elfHeaderCut: ({ byte }) => `此可执行文件在第 ${number(byte)} 字节处结束，仍在文件头之中：只复制了一部分。`,
  noText: '此文件没有 .text 节：gprof 需要可执行文件，而不是目标文件库或核心转储。',
  symbolsCut: ({ bytes, found }) =>
    `符号表有 ${number(bytes)} 字节，但文件中只有其中 ${number(found)} 字节：只复制了一部分。`,
  noSections: '此可执行文件没有节头表，因此找不到符号：节头表已被去除。',
  sectionsMissing: ({ byte, bytes }) =>
    `节头表应在第 ${number(byte)} 字节处，但文件只有 ${number(bytes)} 字节：只复制了一部分，或已损坏。`,
  sectionsCut: ({ sections, byte, bytes }) =>
    `从第 ${number(byte)} 字节开始的 ${number(sections)} 个节头超出了文件末尾（第 ${number(bytes)} 字节）：只复制了一部分，或已损坏。`,

  programEmpty: '此可执行文件是空的：0 字节。',
  programIsGmon: '这是 gmon.out，不是写下它的可执行文件。请把两者一并提供。',
  programOther: ({ format }, say) =>
    `此可执行文件是${say(format)}，而 Arcflame 只读取 ELF 文件的符号：请在构建程序的系统上运行 gprof，再打开它的输出。`,
  machO: ' Mach-O 文件（macOS）',
  universalMachO: '通用 Mach-O 文件（macOS）或 Java 类文件',
  pe: ' PE 文件（Windows）',
  xcoff: ' XCOFF 文件（AIX）',
  wasm: ' WebAssembly 模块',
  programIsLibrary:
    '这是静态库（.a）：其中是链接之前的目标文件，没有运行时的地址。请提供由它链接而成、写下 gmon.out 的程序。',
  programPacked: '此文件用 gzip 压缩过。请用 gunzip 解压，再提供其中的可执行文件。',
  programIsScript: '这是脚本，不是可执行文件。它所启动的可能才是用 -pg 构建的程序：请提供那个程序。',
  noProgram: '这不是可执行文件：它不以 7f 45 4c 46（ELF）开头。请提供用 -pg 构建并写下 gmon.out 的程序。',
}

const asListing = '`gprof program gmon.out > listing.txt`'
const noTimes = `其中没有时间，也没有调用者：请运行 ${asListing}`

export const otherKindNames: AllSentences['otherKindNames'] = {
  annotatedSource: ' gprof 带注释的源代码（-A）',
  executionCounts: ' gprof 的执行次数列表（-C）',
  gmonSummary: ' gprof 对 gmon.out 中记录的概要（-i）',
  linkerNames: '每行一个名称的列表，即 gprof 为链接器打印的内容（-r、-R）',
  gprofFailure: ' gprof 出错时的提示',
  gprofHelp: ' gprof 的帮助',
  png: ' PNG 图片',
  jpeg: ' JPEG 图片',
  gif: ' GIF 图片',
  webp: ' WebP 图片',
  pdf: ' PDF 文档',
  wordProcessor: '文字处理软件的文档',
  zip: ' ZIP 压缩包',
  sevenZip: ' 7z 压缩包',
  rar: ' RAR 压缩包',
  bzip2: '用 bzip2 压缩的文件',
  xz: '用 xz 压缩的文件',
  zstd: '用 zstd 压缩的文件',
  lz4: '用 lz4 压缩的文件',
  tar: ' tar 归档',
  perfRecord: ' perf record 的数据',
  perfReport: ' perf report 的输出',
  perfStat: ' perf stat 的输出',
  perfScript: ' perf script 的输出',
  callgrind: ' callgrind 的剖析数据',
  cachegrind: ' cachegrind 的剖析数据',
  annotated: ' callgrind_annotate 或 cg_annotate 的输出',
  valgrind: ' valgrind 的输出',
  gcov: ' gcov 的输出',
  gcovData: ' gcov 的数据',
  clangCoverage: ' clang 的覆盖率数据',
  pprof: ' pprof 的剖析数据',
  gperftools: ' gperftools 的 CPU 剖析数据',
  foldedStacks: '折叠调用栈的列表',
  svg: ' SVG 图片',
  speedscope: ' speedscope 的剖析数据',
  chrome: ' Chrome 的跟踪数据',
  json: ' JSON 文档',
  webArchive: '网页归档',
  webPage: '网页',
  sourceCode: '源代码',
  symbolList: '符号列表，即 nm 打印的内容',
}

export const nextSteps: AllSentences['nextSteps'] = {
  makeListing: `列表可以这样得到：${asListing}。`,
  runPlain: `其中没有函数的剖析：请不加 -A 运行 gprof，${asListing}。`,
  withoutC: `${noTimes}，不加 -C。`,
  withoutI: `${noTimes}，不加 -i。`,
  withoutR: `${noTimes}，不加 -r。`,
  readItsWords: '原因就写在文件里；gmon.out 和写下它的可执行文件必须都在，出自同一次构建，且可执行文件未被去除符号。',
  copyText: '如果其中能看到列表，请复制列表的文本并粘贴到这里。',
  unpackIt: '请解压后打开其中的文件。',
  printStacks: '`perf script` 打印的同一份数据可以用 speedscope 和 Firefox Profiler 打开。',
  ofStacks: '它记录的是调用栈，gprof 并不记录：可以用 speedscope 和 Firefox Profiler 打开。',
  openCallgrind: '可以用 KCachegrind 和 speedscope 打开。',
  openCachegrind: '可以用 cg_annotate 和 KCachegrind 打开。',
  buildForTimes:
    '它统计的是各行的执行次数，没有时间：请用 -pg 而不是 --coverage 构建，运行程序，再把 gmon.out 和可执行文件一起打开。',
  openPprof: '可以用 pprof、speedscope 和 Firefox Profiler 打开。',
  openGperftools: '可以用 pprof 连同程序一起打开。',
  openSpeedscope: '可以用 speedscope 打开。',
  openChrome: '可以用 Perfetto 和 Chrome 的开发者工具打开。',
  savePlainPage: '请把页面另存为单个 HTML 文件，或把其中的列表复制出来粘贴到这里。',
  copyFromPage: '它的文本中没有列表的任何一行。如果页面上能看到列表，请复制并粘贴到这里。',
  dropProgram: '其中没有剖析：请把程序本身连同它的 gmon.out 一起拖放进来。',
}

export const otherKinds: AllSentences['otherKinds'] = {
  otherKind: ({ name, what, next }, say) => `“${name}”是${say(what)}，而这里需要 gprof 打印的列表。${say(next)}`,
  listingEmpty: ({ name, next }, say) =>
    `“${name}”是空的，而这里需要 gprof 打印的列表。gprof 出错时什么也不打印，原因会显示在屏幕上；而 gmon.out 只在程序正常结束时写入。${say(next)}`,
  notText: ({ name, next }, say) => `“${name}”不是文本，而这里需要 gprof 打印的列表。${say(next)}`,
  linesLost: ({ name, line }) =>
    `“${name}”中似乎有列表，但换行丢失了：第 ${number(line)} 行由许多行连成，每行从哪里开始无法断定。请以纯文本重新复制列表，或打开 gprof 写下的文件。`,
  noRows: ({ name, next }, say) => `“${name}”是文本，但没有一行是 gprof 打印的平面剖析或调用图中的行。${say(next)}`,
}

const size = (bytes: number) => (bytes >= 2 ** 30 ? `${bytes / 2 ** 30} GiB` : `${bytes / 2 ** 20} MiB`)
const rest = (read: number) => `前 ${number(read)} 个文件之后的内容没有读取。请解压后打开文件夹。`

export const archive: AllSentences['archive'] = {
  tooManyFiles: ({ name, most, read }) => `“${name}”中的文件超过 ${number(most)} 个：${rest(read)}`,
  unpacksToMore: ({ name, bytes, read }) => `“${name}”解压后超过 ${size(bytes)}：${rest(read)}`,
  moreThanKept: ({ name, bytes, read }) => `“${name}”的内容超过可保留的 ${size(bytes)}：${rest(read)}`,
  entryTooLarge: ({ path, name, bytes }) => `“${name}”中的“${path}”超过 ${size(bytes)}，没有读取。`,
  archiveEmpty: ({ name }) => `“${name}”是没有任何文件的归档。`,
  tarCut: ({ name, files }) =>
    `“${name}”是已损坏或被截断的 tar 归档：此前的 ${number(files)} 个文件可以读取。请重新复制；\`tar t\` 可检查它是否完整。`,
  zipDamaged: ({ name }) =>
    `“${name}”是 ZIP 压缩包，但目录无法读取：它已损坏，或没有复制完整。请重新复制；\`unzip -t\` 可检查它是否完整。`,
  entryDamaged: ({ path, name }) => `无法从“${name}”中解压“${path}”：压缩包在该处已损坏。`,
  entryEncrypted: ({ path, name }) => `“${name}”中的“${path}”已加密：请解压后打开文件夹。`,
  entryMethod: ({ path, name, method }) =>
    `“${name}”中的“${path}”用方法 ${method} 压缩，浏览器无法解压：请自行解压后打开文件夹。`,
  noLongerUnpacks: '有一个压缩文件在拖放时可以解压，现在却不行了。请重新拖放。',
}

/** “a”等 3 个文件 */
const named = (name: string, others: number) =>
  others === 0 ? `“${name}”` : `“${name}”和另外 ${number(others)} 个文件`

export const reading: AllSentences['reading'] = {
  noFile: '没有给出任何文件。',
  othersLeftOut: ({ files }) => `除已显示的内容外，另有 ${number(files)} 个其他类型的文件没有采用。`,
  noneOfUse: ({ files }) =>
    `给出的 ${number(files)} 个文件中，没有 gmon.out，没有 gprof 打印的列表，也没有可执行文件。`,
  oddRows: ({ name, line, text }) =>
    `“${name}”有 gprof 列表的标题，但其中没有一行可以读取。第一处是第 ${number(line)} 行“${text}”，此处应是 gprof 打印的一行：以空格隔开的数字，以及一个名称。请打开 gprof 写下的文件，或以纯文本重新复制列表。`,
  unreadable: ({ name }) => `无法读取“${name}”：它在拖放之后被修改或删除，或没有读取权限。`,
  ended: ({ done, all }) => `读取在 ${number(all)} 个文件中的 ${number(done)} 个之后结束：显示的是这些文件之和。`,

  histogramCut: ({ name, claimed, size }) =>
    `“${name}”是 BSD 系统写的 gmon.out，但不完整：按文件头，直方图到第 ${number(claimed)} 字节为止，而文件在第 ${number(size)} 字节处结束。其中没有可以显示的内容。请重新复制，或重新运行程序直到正常结束，再连同可执行文件一起拖放。`,
  needsExecutable: ({ name, others }) =>
    `${named(name, others)}是用 -pg 构建的程序留下的数据：地址和次数。函数的名称在程序的可执行文件里：请把它也拖放进来，须出自同一次构建，且未被去除符号。`,
  needsGmon: ({ name }) =>
    `“${name}”是程序。用 -pg 构建并运行到正常结束后，它会在运行时的目录中留下 gmon.out：请把它也拖放进来。`,
  noProgramIn: ({ name, what }, say) => `“${name}”：${say(what)}`,
  onlyExported:
    '此可执行文件的符号已被去除：只剩下其他程序可以调用的函数的名称，它们之间的一切都计入前一个函数。请提供执行 `strip` 之前的可执行文件，或它的独立调试文件。',
  functionsByAddress: ({ functions }) =>
    `此可执行文件的符号已被去除：没有符号。函数从何处开始由其栈展开表（.eh_frame）得知，因此其中 ${number(functions)} 个函数以地址为名。要看到名称，请提供同一次构建、执行 \`strip\` 之前的可执行文件，或它的独立调试文件。`,
  noFunctionsLeft: ({ symbols, bytes, name, buildId }) => {
    const left =
      symbols === null ? '没有符号' : `.symtab 不在了，.dynsym 中剩下的 ${number(symbols)} 个符号没有一个是它自己的函数`
    const debug = [name && `“${name}”`, buildId && `构建 ID ${buildId}`].filter(Boolean).join('，')
    return `此可执行文件的符号已被去除：${left}，其 ${number(bytes)} 字节代码没有名称。函数从何处开始也无从得知：大部分代码没有栈展开表（.eh_frame）。请提供同一次构建、执行 \`strip\` 之前的可执行文件，或它的独立调试文件${debug && `（${debug}）`}。两者都没有时，请在不用 \`strip\`、也不用 \`-s\` 的情况下重新构建并再次运行。`
  },
  noFunctions: ({ symbols, bytes }) =>
    `此可执行文件有 ${number(symbols)} 个符号，但没有一个是函数的名称，其 ${number(bytes)} 字节代码没有名称。请提供链接后带有符号的可执行文件。`,

  tried: ({ name, others, wrong }, say) =>
    `已尝试与先前拖放的${named(name, others)}一起读取：${say(wrong)}如果仍想查看，请把两者一起拖放。`,
  gone: ({ name }) => `先前拖放的“${name}”后来被修改或删除，无法再读取：请重新拖放。`,
  replaced: ({ name, others, before, othersBefore, areRuns }) =>
    `${named(name, others)}取代了${named(before, othersBefore)}。${areRuns ? '要把多次运行相加，请把它们的文件一起拖放。' : ''}`,
}
