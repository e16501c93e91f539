import { parseJsonOutput, textIn } from './json-output.ts'

/** An entry of the neighbour table that somebody put there; what the kernel learns is left out. */
export interface Neighbour {
  readonly device: string
  readonly address: string
  /** Null for an address that the host answers for on behalf of another (`proxy`). */
  readonly mac: string | null
}

/** From `ip -j neighbour show nud permanent` and `ip -j neighbour show proxy`. */
export function parseNeighbours(output: string): readonly Neighbour[] {
  return parseJsonOutput(output).map((object) => ({
    device: textIn(object, 'dev') ?? '',
    address: textIn(object, 'dst') ?? '',
    mac: 'proxy' in object ? null : (textIn(object, 'lladdr') ?? ''),
  }))
}
