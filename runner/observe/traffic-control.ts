import type { Section } from './sections.ts'

/** A queueing discipline, a class or a filter of an interface. */
export interface TrafficControl {
  readonly object: 'qdisc' | 'class' | 'filter'
  readonly device: string
  /** `tbf`, `htb`, `ingress`, …; empty for a filter. */
  readonly kind: string
  /** Where it is attached; empty for the root, and for the place of `ingress` and `clsact`. */
  readonly parent: string
  /** Its settings in the words of tc, without what only counts or numbers. */
  readonly text: string
  /** The queueing discipline that every interface has unless another is set. */
  readonly kernel: boolean
}

/** From `tc qdisc show`. */
export function parseQdiscs(output: string): readonly TrafficControl[] {
  return output.split('\n').flatMap((line) => {
    const [, kind, handle, device, rest] = /^qdisc (\S+) (\S+) dev (\S+)(.*)$/.exec(line) ?? []
    if (kind === undefined || handle === undefined || device === undefined || rest === undefined) return []
    const [, parent = ''] = /^ parent (\S+)/.exec(rest) ?? []
    return [
      {
        object: 'qdisc',
        device,
        kind,
        parent: parent === ingressParent ? '' : parent,
        text: words(`${isNumbered(handle) ? '' : handle} ${rest.replace(/^ (root|parent \S+)/, '')}`),
        kernel: handle === '0:',
      },
    ]
  })
}

/** From `tc class show` and `tc filter show` for one interface and parent each. */
export function parseClassesAndFilters(sections: ReadonlyMap<string, Section>): readonly TrafficControl[] {
  return [...sections].flatMap(([name, { output, exitCode }]) => {
    const [object, device = '', parent = ''] = name.split(' ')
    if (exitCode !== 0) return []
    if (object === 'classes') return parseClasses(device, output)
    return object === 'filters' ? parseFilters(device, parent, output) : []
  })
}

function parseClasses(device: string, output: string): readonly TrafficControl[] {
  return output.split('\n').flatMap((line) => {
    const [, kind = '', handle = '', rest = ''] = /^class (\S+) (\S+)(.*)$/.exec(line) ?? []
    // Those of other kinds belong to the queueing discipline and come with it.
    if (!['drr', 'hfsc', 'htb', 'qfq'].includes(kind)) return []
    return [{ object: 'class', device, kind, parent: '', text: words(`${handle} ${rest}`), kernel: false }]
  })
}

function parseFilters(device: string, parent: string, output: string): readonly TrafficControl[] {
  return output
    .split(/^filter /m)
    .slice(1)
    .map(words)
    .filter((text) => !/ chain \d+( fh \S+ ht divisor \d+)?$/.test(text)) // headings and hash tables
    .map((text) => ({ object: 'filter', device, kind: '', parent, text, kernel: false }))
}

/** How the kernel names the place of `ingress` and `clsact`. */
const ingressParent = 'ffff:fff1'

/** Handles from here on are numbers that the kernel chose. */
const firstAutomaticHandle = 0x8000

function isNumbered(handle: string): boolean {
  return Number.parseInt(handle, 16) >= firstAutomaticHandle
}

/** Without counters, references and chosen numbers. */
function words(text: string): string {
  return text
    .replace(/\b(refcnt|direct_packets_stat|index|ref|bind|leaf) \S+/g, '')
    .replace(/\bnot_in_hw\b|-{2,}/g, '')
    .trim()
    .replace(/\s+/g, ' ')
}
