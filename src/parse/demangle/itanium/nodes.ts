// What a mangled C++ name says, as a tree. Types of functions, arrays and pointers are written around what they
// declare, so a tree cannot be turned into text before all of it is known.

export type Node =
  | { kind: 'name'; text: string }
  | { kind: 'builtin'; text: string; literal: LiteralStyle }
  | { kind: 'nested'; scope: Node; name: Node }
  | { kind: 'local'; scope: Node; name: Node; argument: number | null }
  | { kind: 'template'; name: Node; args: Node[] }
  | { kind: 'tagged'; name: Node; tag: string }
  | { kind: 'constructor'; of: Node; destroys: boolean }
  | { kind: 'operator'; text: string; code: string }
  | { kind: 'conversion'; to: Node }
  | { kind: 'literalOperator'; name: Node }
  | { kind: 'lambda'; head: TemplateParameter[]; parameters: Node[]; number: number }
  | { kind: 'unnamed'; number: number }
  | { kind: 'bindings'; names: Node[] }
  | { kind: 'special'; text: string; of: Node; second?: { text: string; of: Node } }
  | { kind: 'encoding'; name: Node; type: FunctionNode }
  | { kind: 'methodQualified'; name: Node; qualifiers: string[] }
  | { kind: 'clone'; of: Node; suffix: string }
  | { kind: 'parameter'; index: number }
  | TemplateParameter
  | { kind: 'pack'; items: Node[] }
  | { kind: 'expansion'; of: Node }
  | { kind: 'qualified'; of: Node; qualifiers: string[] }
  | { kind: 'pointer'; to: Node; mark: '*' | '&' | '&&' }
  | { kind: 'member'; of: Node; to: Node }
  | { kind: 'array'; size: Node | null; of: Node }
  | { kind: 'suffixed'; of: Node; suffix: string }
  | { kind: 'vector'; of: Node; size: Node }
  | FunctionNode
  | { kind: 'decltype'; expression: Node }
  | { kind: 'number'; text: string }
  | { kind: 'literal'; type: Node; value: string; negative: boolean }
  | { kind: 'functionParameter'; number: number } // 0 is `this`
  | { kind: 'braces'; type: Node | null; items: Node[] }
  | { kind: 'unary'; operator: Node; operand: Node; isSuffix: boolean }
  | { kind: 'cast'; to: Node; operand: Node }
  | { kind: 'list'; items: Node[] }
  | { kind: 'binary'; operator: Operator; left: Node; right: Node }
  | { kind: 'conditional'; operator: Operator; first: Node; second: Node; third: Node }
  | { kind: 'fold'; code: string; operator: Operator; first: Node; second: Node | null }
  | { kind: 'new'; operator: Operator; placement: Node[]; type: Node; init: Node | null }

export type Operator = Extract<Node, { kind: 'operator' }>

/** A parameter that a template lambda declares: a type, a value of a type, or a template with parameters of its own. */
export type TemplateParameter =
  | { kind: 'typeParameter'; isPack: boolean }
  | { kind: 'valueParameter'; isPack: boolean; type: Node }
  | { kind: 'templateParameter'; isPack: boolean; head: TemplateParameter[] }

export interface FunctionNode {
  kind: 'function'
  returns: Node | null
  parameters: Node[]
  /** ` const`, ` &`, ` noexcept`: behind the parameters. */
  qualifiers: (string | { text: string; of: Node[] })[]
}

/** How a value of the type is written: with a suffix, as a word, in brackets, or behind the type in parentheses. */
export type LiteralStyle = 'plain' | 'u' | 'l' | 'ul' | 'll' | 'ull' | 'bool' | 'float' | 'cast'
