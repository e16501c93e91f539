/** An element as a parser sees it. */
export interface ParsedElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ParsedElement[]
  readonly text: string
}

interface OpenElement extends ParsedElement {
  readonly children: ParsedElement[]
  text: string
}

const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u
const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/
const token = /<\/([\w.-]+)\s*>|<([\w.-]+)((?:\s+[\w.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Parses the part of XML 1.0 that a report may use, and throws on anything that is not well-formed. */
export function parseXml(document: string): ParsedElement {
  if (forbidden.test(document)) throw new Error('a character that XML 1.0 does not allow')
  const body = document.replace(declaration, '').trimEnd()
  const top: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  token.lastIndex = 0
  while (token.lastIndex < body.length) {
    const at = token.lastIndex
    const [whole, end, start, attributes = '', empty, text = ''] = token.exec(body) ?? []
    if (whole === undefined) throw new Error(`not well-formed at ${JSON.stringify(body.slice(at, at + 40))}`)
    const current = open.at(-1) ?? top
    if (end !== undefined) {
      if (open.pop()?.name !== end) throw new Error(`</${end}> closes what is not open`)
    } else if (start !== undefined) {
      const element: OpenElement = { name: start, attributes: parseAttributes(attributes), children: [], text: '' }
      current.children.push(element)
      if (empty === '') open.push(element)
    } else {
      if (text.includes(']]>')) throw new Error(']]> in text')
      if (current === top && text.trim() !== '') throw new Error('text outside of the root')
      current.text += resolved(text)
    }
  }
  const [root, ...more] = top.children
  if (root === undefined || more.length > 0 || open.length > 1) throw new Error('not exactly one complete root')
  return root
}

/** All elements of a name, in document order. */
export function elements(root: ParsedElement, name: string): readonly ParsedElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elements(child, name))]
}

function parseAttributes(text: string): Readonly<Record<string, string>> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/([\w.-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`two attributes ${name}`)
    attributes.set(name, resolved(value.replace(/[\t\n]/g, ' ')))
  }
  return Object.fromEntries(attributes)
}

function resolved(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/&(?:#(\d+)|(\w+));|&/g, (whole, code?: string, name?: string) => {
    const character = code === undefined ? names[name ?? ''] : String.fromCodePoint(Number(code))
    if (character === undefined || forbidden.test(character)) throw new Error(`no reference: ${whole}`)
    return character
  })
}
