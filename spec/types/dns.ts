/** What a container needs to resolve names on a network: in configurations and in results of all versions. */
export type Dns = {
  /** Addresses of name servers, of either family, the preferred one first. */
  readonly nameservers?: readonly string[]
  /** The domain that short host names belong to. */
  readonly domain?: string
  /** Domains to try for short host names, the preferred one first. Most resolvers prefer them to `domain`. */
  readonly search?: readonly string[]
  /** Options for the resolver, such as `ndots:2`. */
  readonly options?: readonly string[]
}
