import type { Explanations } from '../explanation.ts'

export const delExplanations = {
  'DEL-001': {
    rationale:
      'A runtime may take a container out of one network and leave it running in others, as podman did with network disconnect. What remains in the container then sends traffic into a network that it is no longer part of, and stands in the way of the next ADD.',
    test: 'The container is compared before ADD and after DEL: links, addresses, routes, rules, firewall, traffic control, sysctls. What the kernel does by itself is left out, and what is taken down in the background has three seconds to go. The check is blocked when ADD or DEL fails.',
    causes: [
      'DEL relies on the network namespace being deleted by the runtime: remove the interface and undo the settings all the same.',
      'Settings of an existing interface, such as MTU, promiscuous mode or a sysctl, are not put back: store the former values on ADD and restore them on DEL.',
      'Routes, rules or neighbours were added outside of the interface and do not vanish with it: remove them by name.',
    ],
    knownDeviations: [
      {
        plugin: 'tuning',
        what: 'DEL did not restore the former values before release 0.9.0.',
        issue: 'https://github.com/containernetworking/plugins/issues/493',
      },
    ],
  },
  'DEL-002': {
    rationale:
      'A node makes and removes many thousands of containers. An address that each of them leaves reserved ends with a pool that has none left, and rules that pile up slow every packet down and hit whoever gets the old address next.',
    test: 'A first attachment comes and goes, so that what a network has once, such as a bridge, is there already. Then the host is compared before a second ADD and after its DEL: links, addresses, routes, rules, firewall, traffic control, sysctls, and new files below /run, /tmp, /var/lib/cni and /etc/cni. The check is blocked when ADD or DEL fails. With --fuzz, container IDs, interface names, CNI_ARGS and unknown keys are made at random, as different runtimes may choose them (generated).',
    causes: [
      'DEL returns early, for instance after removing the interface, and never gets to the firewall or to the address: do each step whether or not the one before found something.',
      'Rules are looked up by text that ADD and DEL build differently: derive name or comment from container ID and interface name in one function.',
      'The delegated plugin is not called on DEL, so that its reservation stays: delegate DEL always.',
      'A file with the state of the attachment is written on ADD and forgotten: remove it as the last step of DEL.',
    ],
    knownDeviations: [
      {
        plugin: 'host-device',
        what: 'The device comes back down, as reported in 2022; later releases remove the alias that stayed with it.',
        issue: 'https://github.com/containernetworking/plugins/issues/754',
      },
    ],
  },
  'DEL-003': {
    rationale:
      'Kubelet repeats DEL until it succeeds, and calls it for containers whose ADD failed or never ran. A plugin that complains about what is already gone leaves the pod in Terminating for ever, and in a chain it keeps the plugins before it from cleaning up.',
    test: 'Each check begins with an ADD that works. In three-times, DEL is called three times for this container; in never-added, it is called for another container that was never added; in interface-gone, the interface is deleted first. Each DEL has to succeed. The last check does not apply to plugins that make no interface.',
    causes: [
      'An error such as link not found, no such process or no such file is passed on: treat it as success, and compare its type or number rather than its text.',
      'DEL reads the state that ADD wrote and fails when it is not there: go on with what can be derived from the parameters.',
      'The IPAM plugin reports an error when there is no reservation for the container: there is nothing to release, so succeed.',
    ],
    knownDeviations: [
      {
        plugin: 'vrf',
        what: 'DEL fails when the device vanishes while it runs.',
        issue: 'https://github.com/containernetworking/plugins/pull/1282',
      },
      {
        plugin: 'whereabouts',
        what: 'DEL failed when there was no reservation for the container, as reported in 2020.',
        issue: 'https://github.com/k8snetworkplumbingwg/whereabouts/pull/44',
      },
      {
        plugin: 'host-device',
        what: 'DEL fails when the interface is not in the container, as reported in 2022 of one that was renamed.',
        issue: 'https://github.com/containernetworking/plugins/issues/773',
      },
    ],
  },
  'DEL-004': {
    rationale:
      'After a crash or a reboot the namespace is gone before DEL is called, and runtimes then pass an empty CNI_NETNS, none at all, or a path that leads nowhere. A DEL that fails here can never succeed again: the pod hangs in Terminating, and its address stays taken.',
    test: 'A container is added, and DEL is called with the prevResult of that ADD: without CNI_NETNS in netns-unset, with an empty one in netns-empty, and after the namespace was removed in netns-gone. DEL has to succeed each time. Whether it cleaned up is for DEL-006 to say.',
    causes: [
      'DEL opens the namespace first and returns the error: treat a missing one as an interface that is already gone, and go on with the host.',
      'CNI_NETNS is checked as a required variable for all operations: it is optional for DEL.',
      'Only the empty value is handled and not the path of a namespace that is gone, or the other way round: handle all three alike.',
    ],
    knownDeviations: [
      {
        plugin: 'cilium-cni',
        what: 'DEL with an empty CNI_NETNS failed after a reboot in version 1.17.',
        issue: 'https://github.com/cilium/cilium/issues/40459',
      },
      {
        plugin: 'loopback, host-device',
        what: 'DEL with an empty CNI_NETNS failed until 2018.',
        issue: 'https://github.com/containernetworking/plugins/pull/213',
      },
    ],
  },
  'DEL-005': {
    rationale:
      'The runtime has no result to pass when ADD failed half-way or when its cache was lost, and calls DEL without one. A plugin that insists on it can then not be made to clean up at all.',
    test: 'A container is added and then removed with a prevResult that is left out (absent), null (null), an object without keys (empty-object), or one with empty lists of interfaces and addresses (no-ips). DEL has to succeed each time.',
    causes: [
      'The code that checks for prevResult is shared with ADD, where a chained plugin needs it: make it optional for DEL.',
      'The first address or interface is taken from the list without looking whether there is one: expect an empty list.',
      'null is parsed as a present value, and its keys are read: treat it as absent.',
    ],
    knownDeviations: [
      {
        plugin: 'firewall',
        what: 'DEL failed without prevResult until 2019.',
        issue: 'https://github.com/containernetworking/plugins/pull/390',
      },
    ],
  },
  'DEL-006': {
    rationale:
      'When a namespace dies before DEL, the kernel takes only its interfaces along. Addresses, masquerading rules and files on the host stay unless the plugin removes them, and after a DEL that succeeded there is no further one.',
    test: 'A first attachment comes and goes. Then a second container is added, its namespace is removed, and DEL is called with the old path (netns-gone) or without CNI_NETNS (netns-unset). What has appeared on the host since before ADD must be gone within three seconds. The check is blocked when ADD or DEL fails.',
    causes: [
      'DEL returns as soon as it sees that there is no namespace: skip only the steps that need to be inside it.',
      'The addresses whose rules are to be removed are read from the interface: take them from prevResult, or from state on the host.',
      'A file is removed after the settings in the container were restored, and that step is skipped: remove the file in any case.',
    ],
    knownDeviations: [
      {
        plugin: 'bridge',
        what: 'With ipMasq, DEL without a namespace leaves the masquerading rules of the container.',
        issue: 'https://github.com/containernetworking/plugins/issues/810',
      },
    ],
  },
  'DEL-007': {
    rationale:
      'A DEL without prevResult follows an ADD that failed, or a cache that was lost, and these are the attachments that leave most behind. It is the last call for them, so what it does not find stays.',
    test: 'A first attachment comes and goes. Then a second container is added, and DEL is called for it without prevResult, while its namespace is still there. The host has to be as it was before ADD: links, addresses, routes, rules, firewall, traffic control, sysctls, no new files. The check is blocked when ADD or DEL fails.',
    causes: [
      'DEL returns at once when there is no prevResult: use the container ID and the interface name, by which everything should be named.',
      'Rules are found only by the address in prevResult: put the container ID into their comment or chain, or keep the address in a file.',
      'The interface on the host is known only from prevResult: derive its name from the container ID and the interface name.',
    ],
  },
  'DEL-008': {
    rationale:
      'Half an attachment is the normal case for DEL: ADD failed in the middle, a firewall was reloaded, a node came up again. If the first missing piece ends DEL, the remaining ones are never removed, and the pod hangs.',
    test: 'Before the DEL of a container, one thing is taken away: the interface (interface), its addresses (addresses), or all firewall rules, with their chains or without them (firewall). It may also be an interface of the host: the bridge (shared-interface), or what a macvlan and its like are on (master). Likewise each file that ADD wrote is removed (file-gone) or emptied (file-empty). DEL has to succeed, and what ADD has brought to the host must be gone after it. A file that was emptied may remain, and apart from the master, what the plugin does not make is not taken away.',
    causes: [
      'The steps undo ADD in one chain of early returns: run each, collect what really failed, and report that at the end.',
      'One resource is looked up through another, such as rules through the address of the interface: name each by container ID and interface name.',
      'A missing object is told from other errors by its text, which differs between versions of a tool: use error numbers, or look first.',
    ],
    knownDeviations: [
      {
        plugin: 'sbr',
        what: 'DEL failed without the interface until release 1.3.0.',
        issue: 'https://github.com/containernetworking/plugins/pull/892',
      },
      {
        plugin: 'macvlan',
        what: 'DEL failed when the master was gone, before it called DEL of the IPAM plugin, until release 1.4.0.',
        issue: 'https://github.com/containernetworking/plugins/issues/953',
      },
    ],
  },
  'DEL-009': {
    rationale:
      'The kernel and reboots remove namespaces without asking. As the reservation is in the store of the IPAM plugin, nothing but its own DEL releases it, and containerd lost addresses in this way until it called DEL without a namespace too.',
    test: 'A container is added, and while it lives, another one that asks for the same addresses by args.cni.ips has to be refused. Then DEL is called for the first: after its namespace was removed, without CNI_NETNS, or with an empty one, and another container has to get these addresses. The check does not apply to a plugin that hands out addresses without regard to who has them.',
    causes: [
      'The namespace is opened before anything else: leave it alone, since the store is on the host.',
      'CNI_NETNS is demanded: it is optional for DEL.',
    ],
  },
  'DEL-010': {
    rationale:
      'A lease expires by itself, while a failing DEL is repeated without end. The message to the server also needs an interface that may be gone, and a daemon that may have been restarted and have forgotten the lease.',
    test: 'A container gets an address. Then the server of the network is ended and its interface set down, and DEL has to succeed.',
    causes: [
      'A failed release is returned as an error: log it, and succeed.',
      'A lease that the daemon does not know is an error: there is nothing to release.',
      'The interface plugin deletes the interface before it calls DEL of the IPAM plugin, so that no release can be sent: delegate first.',
    ],
    knownDeviations: [
      {
        plugin: 'dhcp',
        what: 'DEL failed for a lease that the daemon did not know, for instance after its restart, until 2017.',
        issue: 'https://github.com/containernetworking/plugins/pull/78',
      },
    ],
  },
  'DEL-011': {
    rationale:
      'After DEL the runtime forgets the container. What is still held in the network by its ID has no owner any more and is lost until somebody cleans up by hand.',
    causes: [
      'Only the first address of a container is released: release all of this attachment, of both families.',
      'What an ADD that failed had taken is not found by DEL: store it under the container ID before it is used.',
    ],
  },
  'DEL-012': {
    rationale:
      'A runtime calls DEL after an ADD that failed, and tries again with a new container. What the failed ones leave adds up, until addresses run out or a name is taken.',
    test: 'A first attachment comes and goes. Then ADD fails because the delegated plugin does (delegate), because of a route that cannot be applied (late), or because there is no interface to change (no-interface). In killed, the plugin is killed while it waits for the delegated plugin. DEL without prevResult has to succeed, the host must have nothing new, and the container has to be as it was. An ADD that does not fail in this way is no ground for a verdict.',
    causes: [
      'DEL looks for what the result of ADD lists, and there is none: derive names from container ID and interface name.',
      'State is written at the end of ADD, so that DEL knows nothing of what was made before: write it before the first change.',
      'A temporary file of ADD is removed at its end, which it never reached: name it so that DEL finds it.',
    ],
  },
  'DEL-013': {
    rationale:
      'After a crash of the node both are gone: the namespace with its processes, the result with the cache of the runtime. DEL has then only the configuration and the IDs to go by, and it is the last that the plugin hears of this container.',
    test: 'The path in CNI_NETNS leads nowhere, CNI_NETNS is unset, or it is empty, each time with another kind of empty prevResult. In first, DEL follows an ADD, and the host must have nothing of it afterwards. In repeated, DEL follows a DEL, and in never-added there was no ADD. DEL has to succeed each time, and the message of a failure says what it was told.',
    causes: [
      'The address is read from prevResult, or else from the interface, and one of them has to be there: keep it under the container ID on the host.',
      'What to do is decided by what is missing, in branches of which one was never run: make each step look for what it removes.',
    ],
    knownDeviations: [
      {
        plugin: 'bridge',
        what: 'With ipMasq, DEL without a namespace leaves the masquerading rules of the container.',
        issue: 'https://github.com/containernetworking/plugins/issues/810',
      },
    ],
  },
  'DEL-014': {
    rationale:
      'DEL is repeated, comes late and comes for containers that are long gone, while others live. A DEL that takes a rule or an address of a living container with it cuts that one off, and nothing in its own history says why.',
    test: 'An attachment stays while others are deleted: of another container, also one that was never added (other-container), of another interface of the same container (other-interface), of the same container in another network (other-network). In newer-container, DEL is called again for a container whose address another one has by now. DEL has to succeed, and nothing that was there before may vanish or change, on the host and in the container that stays.',
    causes: [
      'Rules are removed by the address, which may have a new owner: put the container ID and the interface name into their comment or chain.',
      'State or a chain is kept by container ID alone, so that the first DEL takes what all interfaces need: put the interface name into the key.',
      'Chains or tables of all containers are flushed: remove single rules.',
      'An interface is looked for in the namespace by its kind and not by CNI_IFNAME: take the one with this name.',
    ],
  },
  'DEL-015': {
    rationale:
      'Two runtimes on a host, each with a network of its own, do not know of each other, and nothing keeps them from using the same IDs. If state is kept without the name of the network, the DEL of one destroys what the other needs.',
    test: 'A container is added, and another one with the same container ID and interface name to a network of another name. After DEL of the second one, nothing on the host and in the first container may have vanished or changed. Texts since 1.0.0 leave the network out of the key, so this is a warning unless the run is strict.',
    causes: ['Files or rules are named by container ID and interface name only: add the name of the network.'],
  },
  'DEL-016': {
    rationale:
      'A store of addresses that is out of reach makes the delegated DEL fail for hours. If the plugin ends at this error, its own interfaces and rules stay on the host for as long, and for ever if the runtime gives up.',
    test: 'A first attachment comes and goes. Then a container is added, and the delegated plugin is made to fail before DEL. Whatever DEL answers, nothing that the plugin brought to the host may be left. The text speaks of missing resources only, so this is a warning unless the run is strict.',
    causes: [
      'The error of the delegated plugin ends DEL before the other steps: keep it, do the rest, and report it at the end.',
    ],
  },
  'DEL-017': {
    rationale:
      'The name of a namespace is a file with a mount on it. After a crash the file may be left without the mount, and DEL gets a path that exists and leads to no namespace.',
    test: 'A container is added, its namespace is removed, and an empty file is put in its place. DEL has to succeed with that path in CNI_NETNS. The text does not speak of this case, so this is a warning unless the run is strict.',
    causes: [
      'Only the error for a path that is missing is tolerated: treat a path that is no namespace in the same way.',
    ],
  },
} satisfies Explanations
