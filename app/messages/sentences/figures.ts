// 库所说句子里的数字：与英文句子写法相同。

import { figuresIn } from '../../../src/index.ts'

export const { grouped: number, percent, precisely, roughly } = figuresIn('zh-CN')
