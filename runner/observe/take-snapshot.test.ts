import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diff } from './diff.ts'
import type { Execute } from './execute.ts'
import { makeNamespace, type Namespace } from './namespace.test-helper.ts'
import { snapshot } from './take-snapshot.ts'

const options = { directories: ['/run/state', '/run/other'], namespaceDirectory: '/run/netns' }

const wires =
  'ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up; ip addr add 10.1.0.1/24 dev v0'

const privileges = process.getuid?.() === 0 ? [{ user: false }, { user: true }] : [{ user: true }]

describe.each(privileges)('in a user namespace: $user', ({ user }) => {
  let namespace: Namespace

  beforeEach(async () => {
    namespace = await makeNamespace({ user })
  })

  afterEach(() => namespace.end())

  /** What the diff says that a script did, after one that is not looked at. */
  async function differences(script: string, preparation = 'true'): Promise<readonly string[]> {
    await namespace.run(preparation)
    const before = await snapshot(namespace.execute, options)
    await namespace.run(script)
    return diff(before, await snapshot(namespace.execute, options)).map(({ text }) => text)
  }

  test('nothing is missing on this machine, and a snapshot survives JSON', async () => {
    const taken = await snapshot(namespace.execute, options)
    expect(taken.missing).toEqual([])
    expect(JSON.parse(JSON.stringify(taken))).toEqual(taken)
  })

  test.each([
    ['ip link add v0 type veth peer name v1', ['link v0 (veth) appeared', 'link v1 (veth) appeared']],
    [
      'ip link add br0 type bridge; ip link add v0 type veth peer name v1; ip link set v0 master br0',
      ['link br0 (bridge) appeared', 'link v0 (veth) appeared', 'link v1 (veth) appeared'],
    ],
    ['ip link set lo mtu 1400', ['link lo changed: mtu 65536 became 1400']],
    ['ip link set lo down', ['link lo changed: state up became down']],
    ['ip netns add other', ['network namespace other appeared']],
    ['ip addr add 10.9.0.1/32 dev lo', ['address 10.9.0.1/32 on lo appeared']],
    ['ip -6 addr add fd00:9::1/128 dev lo', ['address fd00:9::1/128 on lo appeared']],
    ['ip route add blackhole 10.3.0.0/16', ['route blackhole 10.3.0.0/16 appeared']],
    ['ip -6 route add unreachable fd00:9::/64 table 100', ['route unreachable fd00:9::/64 dev lo table 100 appeared']],
    ['ip rule add from 10.1.0.5 table 100 priority 512', ['IPv4 rule 512: from 10.1.0.5 lookup 100 appeared']],
    ['ip -6 rule add from fd00::/8 table 200 priority 512', ['IPv6 rule 512: from fd00::/8 lookup 200 appeared']],
    ['ip rule del priority 32767', ['IPv4 rule 32767: from all lookup default vanished']],
    ['echo 1 > /proc/sys/net/ipv4/conf/lo/arp_ignore', ['sysctl net.ipv4.conf.lo.arp_ignore changed: 0 became 1']],
    ['tc qdisc add dev lo clsact', ['qdisc clsact on lo appeared']],
  ])('%s', async (script, expected) => {
    expect(await differences(script)).toEqual(expected)
  })

  test.each([
    [
      'ip -6 addr add fd00:1::1/64 dev v0',
      ['address fd00:1::1/64 on v0 appeared', 'route fd00:1::/64 dev v0 appeared'],
    ],
    ['ip -6 addr add fe80::1/64 dev v0', ['address fe80::1/64 on v0 appeared']],
    ['ip addr del 10.1.0.1/24 dev v0', ['address 10.1.0.1/24 on v0 vanished', 'route 10.1.0.0/24 dev v0 vanished']],
    ['ip route del 10.1.0.0/24', ['route 10.1.0.0/24 dev v0 vanished']],
    ['ip route add default via 10.1.0.2 table 100', ['route 0.0.0.0/0 via 10.1.0.2 dev v0 table 100 appeared']],
    [
      'ip neigh add 10.1.0.9 lladdr 02:00:00:00:00:01 dev v0; ip neigh add proxy 10.1.0.8 dev v0',
      ['neighbour 10.1.0.9 on v0 appeared', 'proxy neighbour 10.1.0.8 on v0 appeared'],
    ],
    [
      'ip link add br0 type bridge; ip link set v1 master br0; ip link set v1 type bridge_slave hairpin on',
      [
        'link br0 (bridge) appeared',
        'link v1 changed: master none became br0, port.hairpin none became true, port.isolated none became false, port.learning none became true',
      ],
    ],
    [
      'tc qdisc add dev v0 root tbf rate 1mbit burst 10k latency 20ms',
      ['qdisc tbf on v0 (rate 1Mbit burst 10Kb lat 20ms) appeared'],
    ],
    ['ip link set v0 alias "was eth9"', ['link v0 changed: alias none became was eth9']],
    [
      'ip link del v0',
      [
        'link v0 (veth) vanished',
        'link v1 (veth) vanished',
        'address 10.1.0.1/24 on v0 vanished',
        'route 10.1.0.0/24 dev v0 vanished',
      ],
    ],
  ])('on a veth: %s', async (script, expected) => {
    expect(await differences(script, wires)).toEqual(expected)
  })

  test('a changed route, class or discipline', async () => {
    const before = `${wires}; ip route add 10.2.0.0/16 via 10.1.0.2
      tc qdisc add dev v0 root handle 1: htb; tc class add dev v0 parent 1: classid 1:10 htb rate 5mbit`
    const script = `ip route change 10.2.0.0/16 via 10.1.0.2 mtu 1400; tc class change dev v0 classid 1:10 htb rate 6mbit
      tc filter add dev v0 parent 1: protocol ip u32 match ip dst 10.0.0.0/8 flowid 1:10`
    expect(await differences(script, before)).toEqual([
      'route 10.2.0.0/16 via 10.1.0.2 dev v0 changed: mtu none became 1400',
      expect.stringMatching(/^class htb 1:10 on v0 changed: .*rate 5Mbit.* became .*rate 6Mbit/),
      expect.stringMatching(/^filter "protocol ip .* match 0a000000\/ff000000 at 16" on v0 parent 1: appeared$/),
    ])
  })

  test('rules of iptables, which are those of nftables too, are listed once', async () => {
    const script = `iptables -t nat -N MINE; iptables -t nat -A MINE -s 10.1.0.0/24 -m comment --comment "a b" -j MASQUERADE
      iptables -P FORWARD DROP; ip6tables -A INPUT -p tcp -j DROP`
    expect(await differences(script)).toEqual([
      'ip6tables rule "-A INPUT -p tcp -j DROP" in filter appeared',
      'iptables chain FORWARD in filter (policy DROP) appeared',
      'iptables chain MINE in nat appeared',
      'iptables rule "-A MINE -s 10.1.0.0/24 -m comment --comment "a b" -j MASQUERADE" in nat appeared',
    ])
  })

  test('rules of legacy iptables are seen beside the others', async (context) => {
    const { exitCode } = await namespace.execute('iptables-legacy', ['--list'])
    context.skip(exitCode !== 0, 'this kernel has no legacy iptables')
    const names = await namespace.execute('cat', ['/proc/net/ip_tables_names'])
    context.skip(names.exitCode !== 0, 'the kernel does not show an ordinary user which legacy tables there are')
    expect(await differences('iptables-legacy -A FORWARD -s 10.2.0.0/24 -j DROP')).toEqual([
      'iptables-legacy rule "-A FORWARD -s 10.2.0.0/24 -j DROP" in filter appeared',
    ])
  })

  test('looking with iptables leaves nothing to see', async () => {
    const look =
      'iptables -t nat -L; ip6tables -S; iptables -t mangle -N X; iptables -t mangle -X X; iptables-legacy -L || :'
    expect(await differences(look)).toEqual([])
  })

  test('tables, chains, rules, sets and elements of nftables, and a changed policy', async () => {
    const script = `nft add table inet cni
      nft 'add set inet cni blocked { type ipv4_addr; }'; nft 'add element inet cni blocked { 10.0.0.1, 10.0.0.2 }'
      nft 'add chain inet cni in { type filter hook input priority 0; policy drop; }'
      nft 'add rule inet cni in ip saddr @blocked counter drop'
      nft 'add chain inet old c { policy drop; }'`
    const before = "nft add table inet old; nft 'add chain inet old c { type filter hook input priority 0; }'"
    expect(await differences(script, before)).toEqual([
      'nft chain c in inet old changed: type filter hook input priority filter; policy accept; became type filter hook input priority filter; policy drop;',
      'nft chain in in inet cni (type filter hook input priority filter; policy drop;) appeared',
      'nft element 10.0.0.1 in set blocked of inet cni appeared',
      'nft element 10.0.0.2 in set blocked of inet cni appeared',
      'nft rule "ip saddr @blocked counter drop" in chain in of inet cni appeared',
      'nft set blocked in inet cni (type ipv4_addr) appeared',
      'nft table inet cni appeared',
    ])
  })

  test('files are seen with what is in them', async () => {
    const before = 'mkdir -p /run/state; echo one > /run/state/lease; echo one > /run/state/gone'
    const script = `echo two > /run/state/lease; rm /run/state/gone; mkdir /run/other; touch "/run/other/a b|c"
      ln -s x /run/state/link; echo elsewhere > /run/elsewhere`
    expect(await differences(script, before)).toEqual([
      'directory /run/other appeared',
      'file /run/other/a b|c appeared',
      'file /run/state/gone vanished',
      expect.stringMatching(/^file \/run\/state\/lease changed: SHA-256 \w{12} became \w{12}$/),
      'symbolic link /run/state/link appeared',
    ])
  })

  test('what a rule counts is no difference', async () => {
    const rules = `iptables -A OUTPUT -o lo
      nft 'table inet t { chain c { type filter hook output priority 0; counter; }; }'`
    // The second command fails unless the packet was counted.
    const packet = `bash -c 'echo >/dev/udp/127.0.0.1/9'; nft list table inet t | grep 'packets [1-9]'`
    expect(await differences(packet, rules)).toEqual([])
  })

  test('an idle namespace is the same in 20 snapshots, and while the kernel is busy with addresses', async () => {
    // Without a carrier, detection of duplicates does not begin.
    await namespace.run(`ip link add br0 type bridge; ip link set br0 up
      ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 master br0
      ip -6 addr add fd00:1::1/64 dev v0; ip -6 addr add fd00:2::1/64 dev br0; ip -6 addr add fd00:3::1 peer fd00:3::2 dev br0`)
    const first = await snapshot(namespace.execute, options)
    expect(first.addresses.some(({ tentative }) => tentative)).toBe(true)
    for (let times = 0; times < 20; times++) {
      expect(diff(first, await snapshot(namespace.execute, options))).toEqual([])
    }
    await namespace.run('ip link set v1 up')
    let last = first
    do {
      last = await snapshot(namespace.execute, options)
      expect(diff(first, last).map(({ text }) => text)).toEqual(['link v1 changed: state down became up'])
    } while (last.addresses.some(({ tentative }) => tentative))
  }, 60_000)
})

describe('on a machine that lacks programs', () => {
  let namespace: Namespace

  beforeEach(async () => {
    namespace = await makeNamespace()
  })

  afterEach(() => namespace.end())

  test('their parts are missing, the reason is given, and the rest is there', async () => {
    await namespace.run('mkdir /tmp/bin; for p in sh ip nft; do ln -s "$(command -v $p)" /tmp/bin/$p; done')
    const execute: Execute = (command, args) => namespace.execute('env', ['PATH=/tmp/bin', command, ...args])
    const before = await snapshot(execute, options)
    expect(before.missing.map(({ part }) => part)).toEqual([
      'iptables',
      'ip6tables',
      'traffic-control',
      'sysctls',
      'files',
    ])
    expect(before.missing[0]?.reason).toContain('iptables-save')
    await namespace.run(`${wires}; tc qdisc add dev v0 clsact; mkdir /run/state; iptables -A INPUT -j DROP`)
    expect(diff(before, await snapshot(namespace.execute, options)).map(({ text }) => text)).toEqual([
      'link v0 (veth) appeared',
      'link v1 (veth) appeared',
      'address 10.1.0.1/24 on v0 appeared',
      'route 10.1.0.0/24 dev v0 appeared',
    ])
    // Without iptables, nft shows its rules.
    expect(diff(before, await snapshot(execute, options)).map(({ text }) => text)).toContain(
      'nft rule "counter drop" in chain INPUT of ip filter appeared',
    )
  })

  test('without a shell there is no snapshot', async () => {
    await expect(snapshot((_, args) => namespace.execute('false', args))).rejects.toThrow(
      'cannot observe a network namespace: sh ended with 1',
    )
  })
})
