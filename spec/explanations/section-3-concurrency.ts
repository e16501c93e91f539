import type { Explanations } from '../explanation.ts'

export const concurrencyExplanations = {
  'CONCURRENCY-001': {
    rationale:
      'A node that starts or is drained runs dozens of ADDs and DELs at the same time, and podman has no daemon that could put them in order. A plugin that is right only when it is alone fails in just these moments, and cannot be reproduced afterwards.',
    test: 'Plugins are started together and get their input together, when all of them run. In add, ten containers come at once to a host where the plugin has never been, and each ADD has to succeed. In mixed, two containers are attached and stay; then two new ones are added, those that stay are checked, and two others are deleted, all at once. Each call has to succeed, and when the new ones are deleted too, the host and the containers that stay have to be as they were. The check is blocked when a single ADD or DEL does not work, or leaves something, and leaves CHECK out when that fails alone.',
    causes: [
      'A bridge or a chain is looked for and then made, and another process makes it between: make it, and take "exists already" for success.',
      'iptables is run without --wait, or without the lock file of the host in a container: wait for the lock.',
      'DEL fails because another process has just removed the same shared rule: treat what is gone as removed.',
    ],
    knownDeviations: [
      {
        plugin: 'firewall',
        what: 'Two ADDs at once could both try to make its chain, and one failed, as reported in 2019.',
        issue: 'https://github.com/containernetworking/plugins/issues/335',
      },
      {
        plugin: 'portmap',
        what: 'Two ADDs at once could both try to make the chain for masquerading, and one failed, as seen with Nomad in 2019.',
        issue: 'https://github.com/hashicorp/nomad/issues/6567',
      },
      {
        plugin: 'egress-cni of amazon-vpc-cni-k8s',
        what: 'When many pods start at once, ADD can fail because a chain exists already, as reported in 2026.',
        issue: 'https://github.com/aws/amazon-vpc-cni-k8s/pull/3782',
      },
    ],
  },
  'CONCURRENCY-002': {
    rationale:
      'Two processes that read the store before either has written it hand out the same address. Both containers start, and connections to either of them break at random.',
    test: 'Ten containers come at once to a host where the plugin has never been, and one comes afterwards. None of them may get an address that another one has. Addresses that all of them have are left out, as some plugins are told to give each container the same one. It does not apply to a plugin that delegates to an IPAM plugin, which is judged itself.',
    causes: [
      'The store is read without a lock, or the lock is held only while it is written: hold an exclusive lock from before the reading until after the writing.',
      'The lock is the existence of a file, which stays after a crash and blocks everybody: use flock or fcntl, which the kernel releases.',
      'The lock is in the namespace or the mount of one container: put it where all executions see it.',
    ],
  },
  'CONCURRENCY-003': {
    rationale:
      'A container can have several interfaces, also in one network. If state is filed by the container ID alone, DEL of one interface releases the addresses of the others, which then belong to two containers.',
    test: 'A container with the ID container-10 is attached. Then another one with the ID container-1 is attached to the same network and deleted. Nothing that was on the host before may have vanished, and where the plugin makes interfaces, nothing in the first container. The check is blocked when the second ADD or the DEL fails. DEL-014 does the same with two interfaces of one container.',
    causes: [
      'The key is the container ID: use the network name, the container ID and the interface name together.',
      'A chain of the firewall is shared by the interfaces of a container, and DEL of one of them removes it, or fails because it is in use: make one for each interface.',
      'The three are joined so that different ones give the same text, as with hyphens: use folders, or a separator that none of them can have.',
      'A hash or a name of 15 characters is cut too short: make it long enough, and compare the full key where it is stored.',
    ],
    knownDeviations: [
      {
        plugin: 'host-local',
        what: 'Until 2018 it stored reservations without the name of the interface.',
        issue: 'https://github.com/containernetworking/plugins/pull/203',
      },
    ],
  },
  'CONCURRENCY-004': {
    rationale:
      'Two runtimes on one machine do not know of each other, and a container may be called web in both of them. The network is all that tells their attachments apart.',
    causes: [
      'The key is made of container ID and interface name: put the name of the network in front, or use a folder for each network.',
    ],
  },
} satisfies Explanations
