import { addressesOf, findLink, routesTo } from '../../runner/observe/queries.ts'
import type { Route } from '../../runner/observe/routes.ts'
import type { Snapshot } from '../../runner/observe/snapshot.ts'
import { snapshot } from '../../runner/observe/take-snapshot.ts'
import type { Container } from '../../runner/sandbox/container.ts'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'

export { addressesOf, findLink, routesTo }

/** The next hops of a route; null for one that leads straight to an interface. */
export function gatewaysOf({ hops }: Route): readonly (string | null)[] {
  return hops.map(({ gateway }) => gateway)
}

/** What the kernel says about a container. */
export function observe(container: Container): Promise<Snapshot> {
  return snapshot((command, args, input) => container.execute(command, args, input))
}

/** What the kernel and the file system say about the host of a sandbox. */
export function observeHost(sandbox: Sandbox): Promise<Snapshot> {
  return snapshot((command, args, input) => sandbox.execute(command, args, input === undefined ? {} : { input }), {
    directories: ['/run', '/tmp', '/var/lib/cni', '/etc/cni'],
  })
}
