import { escaped } from './visible.ts'

/** What XML 1.0 allows in no form, not even as a reference: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

type Attributes = Readonly<Record<string, string | number>>

/** An element, indented for a reader. Children are elements; an element with text has no others. */
export interface Element {
  readonly name: string
  readonly attributes?: Attributes
  readonly children?: readonly Element[]
  readonly text?: string
}

/** An XML 1.0 document in UTF-8. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialised(root, '')}\n`
}

function serialised({ name, attributes = {}, children = [], text = '' }: Element, indent: string): string {
  const start = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${attributeText(String(value))}"`),
  ].join(' ')
  if (children.length > 0) {
    const inside = children.map((child) => serialised(child, `${indent}  `)).join('\n')
    return `${indent}<${start}>\n${inside}\n${indent}</${name}>`
  }
  return text === '' ? `${indent}<${start}/>` : `${indent}<${start}>${xmlText(text)}</${name}>`
}

function xmlText(text: string): string {
  return text.replace(forbidden, escaped).replace(/[&<>"\r]/g, (character) => references[character] ?? character)
}

/** Line breaks and tabs would reach the reader of an attribute as spaces. */
function attributeText(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
