// 库所说句子里的数字：与英文句子写法相同。

export const number = (n: number) => n.toLocaleString('zh-CN', { maximumFractionDigits: 1 })

export const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`
