import type { Difference } from '../../../runner/observe/diff.ts'
import type { Link } from '../../../runner/observe/links.ts'
import type { Container } from '../../../runner/sandbox/container.ts'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { expectDelDespite, type Loss } from '../../support/losses.ts'
import { addressesOf, findLink, observe, observeHost } from '../../support/observe.ts'

check('DEL-008/interface', 'removes the rest when the interface in the container is gone', async (context) => {
  await expectDelDespite(
    context,
    async ({ container, ifname }) =>
      (await hasInterface(context, container, ifname))
        ? [{ what: ifname, inflict: () => container.run(['ip', 'link', 'del', ifname]) }]
        : [],
    'it has no interface in the container that could be deleted',
  )
})

check('DEL-008/addresses', 'removes the rest when the interface has lost its addresses', async (context) => {
  await expectDelDespite(
    context,
    async ({ container, ifname }) => {
      const { createsInterface } = context.target
      const addresses = createsInterface ? addressesOf(await observe(container), ifname) : []
      if (!addresses.some(({ scope }) => scope === 'global')) return []
      const flush = ['ip', 'address', 'flush', 'dev', ifname, 'scope', 'global']
      return [{ what: `the addresses of ${ifname}`, inflict: () => container.run(flush) }]
    },
    'it gives no interface of its own an address',
  )
})

check('DEL-008/master', 'removes the rest when the interface that it built on is gone', async (context) => {
  const { sandbox } = context
  await expectDelDespite(
    context,
    async ({ container, ifname }) => {
      const on = await masterOf(context, container, ifname)
      return on === undefined ? [] : [{ what: on, inflict: () => sandbox.run(['ip', 'link', 'del', on]) }]
    },
    'its interface in the container is not on one of the host',
  )
})

check(
  'DEL-008/shared-interface',
  'removes the rest when an interface that containers share is gone',
  async (context) => {
    const { sandbox, target } = context
    await expectDelDespite(
      context,
      async () => {
        const host = await observeHost(sandbox)
        const shared = target.kind === 'interface' ? target.sharedLinks : []
        return shared
          .filter((name) => findLink(host, name) !== undefined)
          .map((name) => ({ what: name, inflict: () => sandbox.run(['ip', 'link', 'del', name]) }))
      },
      'it makes no interface that containers share',
    )
  },
)

check('DEL-008/firewall', 'removes the rest when its firewall rules are gone', async (context) => {
  const { sandbox } = context
  await expectDelDespite(
    context,
    (_, made) =>
      // What iptables has of its own is beyond nft.
      made.some(({ what, text }) => what === 'firewall' && !/^ip6?tables-legacy/.test(text))
        ? [
            { what: 'the rules of the firewall', inflict: () => sandbox.run(flushRules) },
            { what: 'the rules and chains of the firewall', inflict: () => sandbox.run(flushEverything) },
          ]
        : [],
    'it makes no firewall rules',
  )
})

check('DEL-008/file-gone', 'removes the rest when a file with its state is gone', async (context) => {
  await expectDelDespite(
    context,
    (_, made) => filesOf(context, made, 'the file', (path) => ['rm', '-r', path]),
    'it keeps no file for an attachment',
  )
})

check('DEL-008/file-empty', 'removes the rest when a file with its state is empty', async (context) => {
  await expectDelDespite(
    context,
    (_, made) => filesOf(context, made, 'the content of', (path) => ['truncate', '--size=0', path]),
    'it keeps no file for an attachment',
  )
})

/** An attachment with more files than this has more of the same. */
const maxFiles = 3

function filesOf(
  { sandbox }: CheckContext,
  made: readonly Difference[],
  what: string,
  command: (path: string) => readonly string[],
): readonly Loss[] {
  return made
    .filter((difference) => difference.what === 'file' && !difference.text.startsWith('directory'))
    .slice(0, maxFiles)
    .map(({ name }) => ({
      what: `${what} ${name}`,
      inflict: () => sandbox.run(command(name)),
      // Nobody can tell any more whose it was.
      excuses: (difference) => difference.what === 'file' && difference.name === name,
    }))
}

/** As a reload of a firewall does it: the chains remain. */
const flushRules = ['sh', '-c', 'nft list tables | while read -r _ table; do nft flush table $table || exit; done']

/** As a restart of a firewall does it. */
const flushEverything = ['nft', 'flush', 'ruleset']

/** The name of the interface of the host without which that of the container cannot be. Of a pair, each end is part of it. */
async function masterOf(context: CheckContext, container: Container, ifname: string): Promise<string | undefined> {
  if (!context.target.createsInterface) return undefined
  const link = findLink(await observe(container), ifname)
  const below = (await observeHost(context.sandbox)).links.find(({ ifindex }) => ifindex === farIndex(link))
  return below === undefined || farIndex(below) === link?.ifindex ? undefined : below.name
}

/** The index that the interface below a link, or the other end of it, has in another network namespace. */
function farIndex(link: Link | undefined): number | undefined {
  return link?.peer != null && 'ifindex' in link.peer ? link.peer.ifindex : undefined
}

async function hasInterface({ target }: CheckContext, container: Container, ifname: string): Promise<boolean> {
  const isOwn = target.createsInterface || target.kind === 'chained'
  return isOwn && findLink(await observe(container), ifname) !== undefined
}
