import type { Explanations } from '../explanation.ts'

export const runtimeLifecycleExplanations = {
  'RUNTIME-034': {
    rationale:
      'A plugin enters the namespace that it is given and does not make one. In one that another container uses it would find its interface name taken, or change the network of that container.',
  },
  'RUNTIME-035': {
    rationale:
      'An ADD and a DEL of one container at once leave half an attachment that belongs to nobody. A plugin can lock its own store, but not the order in which the runtime meant the two.',
  },
  'RUNTIME-036': {
    rationale:
      'The list of valid attachments is a picture of one moment. An attachment that comes into being while plugins work through it is in no list, and loses its address as soon as it has got it.',
  },
  'RUNTIME-037': {
    rationale:
      'An add in progress may have reserved an address without being known as an attachment yet. To the IPAM plugin this reservation looks stale.',
  },
  'RUNTIME-038': {
    rationale:
      'The list was made before the add, and the plugin may still be reading it. Whatever the add reserves meanwhile is not in it.',
  },
  'RUNTIME-039': {
    rationale:
      'A plugin releases nothing on its own. Each add without a delete takes an address from the pool until none is left, which happens first on nodes that crash or reboot often.',
    knownDeviations: [
      {
        plugin: 'containerd',
        what: 'It skipped the delete when the namespace was gone after a reboot, as reported in 2018.',
        issue: 'https://github.com/containerd/cri/issues/948',
      },
      {
        plugin: 'containerd',
        what: 'It skipped the delete when it had ended between the add and the storing of its result, until 2026.',
        issue: 'https://github.com/containerd/containerd/pull/12923',
      },
      {
        plugin: 'CRI-O',
        what: 'It did not delete the containers from before a reboot of the node, as reported in 2021.',
        issue: 'https://github.com/cri-o/cri-o/issues/4727',
      },
    ],
  },
  'RUNTIME-040': {
    rationale:
      'When the third plugin of a chain fails, the first two have done their work already. Kubelet tries again with a new container ID, so that each attempt leaves an address behind.',
    knownDeviations: [
      {
        plugin: 'containerd',
        what: 'When the delete after a failed add fails as well, it gives up, and the address is lost, as reported in 2025.',
        issue: 'https://github.com/containerd/containerd/issues/12130',
      },
    ],
  },
  'RUNTIME-041': {
    rationale:
      'A runtime that was interrupted cannot know whether its delete was carried out. It can simply repeat it, because plugins have to bear that.',
  },
  'RUNTIME-042': {
    rationale:
      'A plugin finds what it made by the configuration: the name of the bridge, the folder of the reservations. With another one it looks in the wrong place, finds nothing, and reports success.',
  },
  'RUNTIME-043': {
    rationale:
      'Attachments of one network share a bridge, a range and rules, whose settings come from the first of them. Changed in between, the two halves of a network do not fit together.',
  },
  'RUNTIME-044': {
    rationale:
      'Which network comes first decides which default route a container has and which name its interface. Adding them at once would leave that to chance.',
  },
  'RUNTIME-045': {
    rationale:
      'A plugin has no other way to find the one that it delegates to. Without CNI_PATH, ADD fails at the first address.',
  },
} satisfies Explanations

export const runtimeProcedureExplanations = {
  'RUNTIME-046': {
    rationale:
      'A chain that skips a missing plugin yields a container without its firewall or its address. On delete, skipping it loses what it had made, since the runtime forgets the attachment afterwards.',
  },
  'RUNTIME-047': {
    rationale:
      'Each plugin of a chain has a configuration of its own and adds its part. One that is left out, or gets the request of another, does not do what the administrator wrote down.',
  },
  'RUNTIME-048': {
    rationale:
      'Later plugins build on what earlier ones made. If the chain goes on, they fail for reasons that hide the first one, or succeed for a container that has no network.',
  },
  'RUNTIME-049': {
    rationale:
      'Check and delete need the final result, perhaps after a restart of the runtime. What is kept in memory only is lost with the process, just when there is most to clean up.',
    knownDeviations: [
      {
        plugin: 'libcni',
        what: 'After a crash of the node, cached results can be empty files, with which no delete succeeds, as reported in 2024.',
        issue: 'https://github.com/containernetworking/cni/issues/1055',
      },
    ],
  },
  'RUNTIME-050': {
    rationale:
      'Chained plugins undo changes of an interface that the first plugin removes. In the order of the add, they would find it gone, and could restore nothing.',
  },
  'RUNTIME-051': {
    rationale:
      'The caller learns that the container is not clean yet and has to call again, and the plugins that were not reached still find what they need. The price is that one plugin that always fails keeps all before it from cleaning up.',
  },
  'RUNTIME-052': {
    rationale:
      'A check finds containers whose network was damaged from outside while they go on running. It costs executions, so whether it is worth that is for the runtime to decide.',
  },
  'RUNTIME-053': {
    rationale:
      'With another interface name or another namespace, plugins compare the wrong interface with the result. The error then says nothing about the container.',
  },
  'RUNTIME-054': {
    rationale:
      'The first error answers the question whether the attachment works. The errors of later plugins are often only a consequence of it.',
  },
  'RUNTIME-055': {
    rationale:
      'Crashes and reboots leave reservations that no delete will ever come for. A gc, for instance at the start of the runtime, gives them back without anybody removing files by hand.',
  },
  'RUNTIME-056': {
    rationale:
      'Plugins clean up independently of each other. If the first failing one ended the gc, those after it would keep their stale resources for good.',
  },
  'RUNTIME-067': {
    rationale:
      'Callers decide by this whether a container may start or be forgotten. Success although a plugin failed means a container without a network, or resources that nobody will release.',
  },
  'RUNTIME-068': {
    rationale:
      'The administrator has said that CHECK of this network means nothing. If the caller got an error instead, switching it off would take down every container of the network.',
  },
  'RUNTIME-069': {
    rationale:
      'A gc concerns the network as a whole. With a container ID or a namespace in its environment, a plugin could take the call for one about that container.',
  },
} satisfies Explanations

export const runtimeRequestExplanations = {
  'RUNTIME-057': {
    rationale:
      'A plugin reads one object with its own keys at the top. It cannot find itself in a list, in which the same type may even appear twice.',
  },
  'RUNTIME-058': {
    rationale:
      'By name plugins file their state, and cniVersion decides the form of the result. If either differs within a chain, a plugin cannot read the result of the one before it, or releases in another network than it reserved in.',
  },
  'RUNTIME-059': {
    rationale:
      'Port mappings, bandwidth and requested addresses belong to a container, so that they cannot be in the file. Without runtimeConfig, the plugin runs and does nothing.',
  },
  'RUNTIME-060': {
    rationale:
      'This is what makes a chain of plugins: each sees what was made before it. Without it, portmap does not know the address to forward to, and CHECK not what to expect.',
  },
  'RUNTIME-061': {
    rationale:
      'An interface plugin tells by prevResult whether it is to make an interface or finds one. With a stale result, it adjusts an interface that does not exist.',
  },
  'RUNTIME-062': {
    rationale:
      'What a plugin may get is a matter between the administrator and the runtime, and settled when the request is made. A plugin that refuses unknown keys fails over one that was never meant for it.',
  },
  'RUNTIME-063': {
    rationale:
      'The administrator writes for the plugin, and the runtime only carries it over. Numbers that are rounded or keys that are dropped on the way change a network in a way that the file does not show.',
  },
  'RUNTIME-064': {
    rationale:
      'A plugin that declares a capability relies on getting it under that name. If it does not, a pod starts without its host port, and nothing fails.',
  },
  'RUNTIME-065': {
    rationale:
      'All plugins of a list work on one attachment. If they differ in container ID, namespace or interface name, they configure different ones.',
  },
  'RUNTIME-066': {
    rationale:
      'A configuration that is rewritten for each container cannot be shared or compared. With what varies in one known place, the rest stays as the administrator wrote it.',
  },
} satisfies Explanations
