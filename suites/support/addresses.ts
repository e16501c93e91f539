import type { Attachment } from './context.ts'
import { Blocked } from './interruptions.ts'
import { readResult } from './result.ts'

/** The addresses of an attachment that its result lists, by family, without the lengths of their prefixes. */
export function addressesOf({ result }: Attachment): readonly string[] {
  const addresses = readResult(result).ips.map(({ address }) => address.replace(/\/.*/, ''))
  if (addresses.length === 0) throw new Blocked('its result has to list an address first')
  return addresses
}

/** Pairs the addresses of two attachments that are of the same family. */
export function addressPairs(one: Attachment, other: Attachment): readonly (readonly [string, string])[] {
  const others = addressesOf(other)
  return addressesOf(one).flatMap((address) => {
    const same = others.find((each) => each.includes(':') === address.includes(':'))
    return same === undefined ? [] : [[address, same] as const]
  })
}
