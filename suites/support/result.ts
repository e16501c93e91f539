import { isJsonObject, type Json, type JsonObject } from '../../spec/json.ts'

/** A result of any version in the form of the newest, as far as it can be read: what is malformed is left out. */
export interface ReadResult {
  readonly interfaces: readonly ResultInterface[]
  readonly ips: readonly ResultIp[]
  readonly routes: readonly ResultRoute[]
}

export interface ResultInterface {
  readonly name: string
  readonly mac?: string
  readonly mtu?: number
  /** Undefined for an interface on the host. */
  readonly sandbox?: string
}

export interface ResultIp {
  readonly address: string
  readonly gateway?: string
  readonly interface?: number
}

export interface ResultRoute {
  readonly dst: string
  readonly gw?: string
}

/**
 * Reads a result without judging its form. Before 0.3.0 a result has no interfaces, and its addresses belong to the interface
 * of the container (sections "Result" of 0.1.0 and 0.2.0).
 */
export function readResult(result: JsonObject): ReadResult {
  const old = [result.ip4, result.ip6].filter(isJsonObject)
  return {
    interfaces: objects(result.interfaces).flatMap(readInterface),
    ips: [
      ...objects(result.ips).flatMap(({ address, gateway, interface: index }) => readIp(address, gateway, index)),
      ...old.flatMap(({ ip, gateway }) => readIp(ip, gateway, undefined)),
    ],
    routes: [result, ...old].flatMap(({ routes }) => objects(routes)).flatMap(readRoute),
  }
}

/** The addresses of what a plugin printed, with prefix: none where it is no result. */
export function addressesIn(document: unknown): readonly string[] {
  return isJsonObject(document) ? readResult(document).ips.map(({ address }) => address) : []
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function readInterface({ name, mac, mtu, sandbox }: JsonObject): readonly ResultInterface[] {
  if (typeof name !== 'string') return []
  return [
    {
      name,
      ...(typeof mac === 'string' && mac !== '' ? { mac } : {}),
      ...(typeof mtu === 'number' ? { mtu } : {}),
      ...(typeof sandbox === 'string' && sandbox !== '' ? { sandbox } : {}),
    },
  ]
}

function readIp(address: Json | undefined, gateway: Json | undefined, index: Json | undefined): readonly ResultIp[] {
  if (typeof address !== 'string') return []
  return [
    {
      address,
      ...(typeof gateway === 'string' && gateway !== '' ? { gateway } : {}),
      ...(typeof index === 'number' ? { interface: index } : {}),
    },
  ]
}

function readRoute({ dst, gw }: JsonObject): readonly ResultRoute[] {
  if (typeof dst !== 'string') return []
  return [{ dst, ...(typeof gw === 'string' && gw !== '' ? { gw } : {}) }]
}
