import type { SpecVersion, specVersions } from '../versions.ts'

/** The versions that are `Oldest` or newer: what `atLeast` is for values, for types. */
export type Since<Oldest extends SpecVersion> = From<Oldest, typeof specVersions>

type From<Oldest extends SpecVersion, Versions extends readonly SpecVersion[]> = Versions extends readonly [
  infer First,
  ...infer Rest extends readonly SpecVersion[],
]
  ? First extends Oldest
    ? Versions[number]
    : From<Oldest, Rest>
  : never
