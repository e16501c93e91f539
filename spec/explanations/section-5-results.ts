import type { Explanations } from '../explanation.ts'

export const resultExplanations = {
  'RESULT-001': {
    rationale:
      'The runtime parses the result by the types of its version, and later plugins of the chain get it as prevResult. A key of the wrong type makes all of them fail, and one in the wrong place, such as ip4 in a result of 1.0.0, is silently ignored.',
    test: 'A container is added with every configuration, and the result is held against the schema of the version. Each deviation is reported with its place; cniVersion itself is left to RESULT-002. The check is blocked when ADD fails or prints no object.',
    causes: [
      'The result is printed in the format of the newest version, whatever was asked for: convert it to the version of the request.',
      'Addresses have no version key in 0.3.0 to 0.4.0, or still have one in 1.0.0: it came with 0.3.0 and went with 1.0.0.',
      'An address has no prefix length, or a single address is not in a list: write a list of addresses with their prefix lengths.',
      'Empty values are printed as null or as empty text: leave the key out.',
    ],
  },
  'RESULT-002': {
    rationale:
      'The result is parsed by the version that it names, not by the one that was asked for. With another version, or none, the runtime fails to convert it, and so does the next plugin of the chain.',
    test: 'A container is added with each version that the plugin lists, from 0.4.0 on. The cniVersion of the result has to be the one of the request. The check is blocked when ADD fails or prints no object.',
    causes: [
      'The key is missing, because the library for results is older than it: set it, or update the library.',
      'The newest version that the library knows is printed: convert the result to the version of the request before printing it.',
      'The cniVersion of prevResult or of the delegated plugin is passed on: set the one of the request.',
    ],
    knownDeviations: [
      {
        plugin: 'weave-net',
        what: 'Its result has no cniVersion, so that pods did not start with containerd 1.6.',
        issue: 'https://github.com/containerd/containerd/issues/6575',
      },
      {
        plugin: 'tc-redirect-tap',
        what: 'Its result had the newest version of the library, until 2025.',
        issue: 'https://github.com/awslabs/tc-redirect-tap/pull/106',
      },
    ],
  },
  'RESULT-003': {
    rationale:
      'containerd takes the addresses of the pod from the entry that is called eth0, and others take the entries with a sandbox. Without that entry the pod does not start, or it starts and has no address in its status.',
    test: 'A container is added with every configuration. Among the interfaces of the result that have a sandbox, there has to be one with the name CNI_IFNAME. The check is blocked when ADD fails or prints no object.',
    causes: [
      'Only the interface on the host is listed: list the one in the container too, with its sandbox.',
      'The interface is listed without a sandbox, as if it were on the host: set it to CNI_NETNS.',
      'The entry has the temporary name from before the move: read the name again after it.',
      'The list of interfaces is left out as uninteresting: it is what addresses are found by.',
    ],
    knownDeviations: [
      {
        plugin: 'calico',
        what: 'The result lists the interface on the host and not the one in the container, as reported in 2025.',
        issue: 'https://github.com/projectcalico/calico/issues/10351',
      },
      {
        plugin: 'aws-cni',
        what: 'With only the interface on the host in the result, containerd removed the pod at once, in 2020.',
        issue: 'https://github.com/containerd/containerd/issues/4402',
      },
    ],
  },
  'RESULT-004': {
    rationale:
      'Later plugins act on these entries: bandwidth and firewall look for the interface on the host, sbr and tuning for the one in the container. An entry that leads nowhere makes them fail or, worse, adjust another interface of that name.',
    test: 'A container is added with every configuration. Each interface of the result has to exist: in the container if it has a sandbox, on the host if it has none. The check is blocked when ADD fails or prints no object.',
    causes: [
      'The sandbox is missing for an interface in the container, or set for one on the host: it says on which side an interface is.',
      'An interface is listed under its temporary name: read the names after everything has been moved and renamed.',
      'The list has an interface that this version or configuration does not make: build it from what was made.',
    ],
  },
  'RESULT-005': {
    rationale:
      'Runtimes of virtual machines, network policies and CHECK rely on the hardware address. A wrong one drops traffic, or makes CHECK fail for a container that works.',
    test: 'A container is added, and each hardware address in the result is compared with the one that the kernel has for this interface. Upper and lower case are alike. Interfaces without one in the result, and those that do not exist, are passed over.',
    causes: [
      'The address was read when the interface was made and changed later, by the plugin or by the configuration: read it last.',
      'A chained plugin changes the address and passes the entry on as it was: change it in the result too.',
      'The address of the wrong end of a veth pair is given: read it in the namespace that the interface is in.',
      'Something on the host sets addresses of new interfaces, such as a udev rule: give the interface an address of its own when it is made.',
    ],
    knownDeviations: [
      {
        plugin: 'tuning',
        what: 'The hardware address that it sets was missing from the result in 2021.',
        issue: 'https://github.com/containernetworking/plugins/issues/605',
      },
      {
        plugin: 'bridge',
        what: 'The address of the veth on the host is not the one in the result where something on the host changes it.',
        issue: 'https://github.com/containernetworking/plugins/issues/805',
      },
    ],
  },
  'RESULT-006': {
    rationale:
      'Runtimes of virtual machines give their guest the MTU of the result. One that is too large makes long packets vanish while short ones pass, which is hard to find.',
    test: 'A container is added with version 1.1.0, and each MTU in the result is compared with the one that the kernel has for this interface. Interfaces without one in the result, and those that do not exist, are passed over.',
    causes: [
      'The MTU of the configuration is printed although it was not applied: print what the kernel has.',
      'The MTU was read before the interface was attached to a bridge or a parent, which changed it: read it last.',
      'A chained plugin changes the MTU and passes the entry on as it was: change it in the result too.',
    ],
  },
  'RESULT-007': {
    rationale:
      'Later plugins and runtimes find the interface of this container by comparing its sandbox with the path that they know. The same namespace under another path is not recognised.',
    test: 'A container is added, and the sandbox of the entry with the name CNI_IFNAME has to be the value of CNI_NETNS, character by character. Entries without a sandbox are left to RESULT-003.',
    causes: [
      'The path is resolved or built anew, as from /var/run to /run or to a path below /proc: print the value of CNI_NETNS.',
      'The container ID or the inode is given: give the path.',
      'A daemon sees the namespace under another path and prints that: hand CNI_NETNS over to it and print it.',
    ],
  },
  'RESULT-008': {
    rationale:
      'The addresses of the result become those of the pod: services send traffic there, and policies are written for them. An address that the interface does not have is a pod that nobody reaches.',
    test: 'A container is added with every configuration. Each address with an index has to be configured on the interface that it points to, with the same prefix length. Before 0.3.0, when there are no indexes, it has to be on CNI_IFNAME. An address without an index may be one outside of the container and is passed over.',
    causes: [
      'The index points to another interface, because one was put in front of it in the list: compute the indexes after the list is complete.',
      'The address is configured with another prefix length, such as 32, than the result says: print the one that is configured.',
      'The result of the IPAM plugin is printed, but only its first address is configured: configure all of them.',
      'A conflict is noticed by the kernel after ADD has returned, as with IPv6: wait for it before returning.',
    ],
    knownDeviations: [
      {
        plugin: 'ovs',
        what: 'The index pointed to the interface on the host until 2020, so that sbr did not work after it.',
        issue: 'https://github.com/k8snetworkplumbingwg/ovs-cni/pull/134',
      },
    ],
  },
  'RESULT-009': {
    rationale:
      'The index is what ties an address to an interface. Without it the runtime does not know which address is the one of the pod, and with one that is out of range some of them crash.',
    test: 'A container is added with every configuration. Each address of the result that is configured in the container has to have an index. Each index has to be a place in the list of interfaces, counted from 0.',
    causes: [
      'The result of the IPAM plugin is passed on, which has no indexes: set them.',
      'The index is counted from 1, or is the one that the kernel gave the interface: it is the place in the list, from 0 on.',
      'Interfaces were left out of the list after the indexes had been computed: compute them last.',
    ],
    knownDeviations: [
      {
        plugin: 'calico',
        what: 'Addresses have no index, as reported in 2024.',
        issue: 'https://github.com/k8snetworkplumbingwg/network-attachment-definition-client/pull/72',
      },
      {
        plugin: 'danm',
        what: 'Results of several plugins were merged without adapting the indexes, until 2021.',
        issue: 'https://github.com/danm-cni/danm/pull/255',
      },
    ],
  },
  'RESULT-010': {
    rationale:
      'An address that the runtime is not told of is not in the status of the pod, has no service and no policy, and is not looked at by CHECK. In a dual-stack cluster it is mostly the IPv6 address that goes missing.',
    test: 'A container is added with every configuration. Each address of global scope that CNI_IFNAME then has must be in the result, with the same prefix length. Addresses that the kernel makes by itself do not count.',
    causes: [
      'Only one address, or one of each family, is printed: print all that were configured.',
      'The prefix length in the result is that of the subnet, and another one is configured: print the one that is configured.',
      'A further address for internal use, such as that of a fixed next hop, is configured and not printed: print it, or give it the scope of the link.',
      'The addresses of the IPAM plugin are applied and not copied into the result: copy them.',
    ],
    knownDeviations: [
      {
        plugin: 'bond',
        what: 'The addresses of the IPAM plugin were missing from the result until 2022.',
        issue: 'https://github.com/k8snetworkplumbingwg/bond-cni/pull/34',
      },
    ],
  },
  'RESULT-011': {
    rationale:
      'Later plugins such as sbr move or copy the routes of the result, and CHECK looks for them. A route that is listed and not there means a container without a way out, which only its traffic would show.',
    test: 'A container is added with every configuration. For each route of the result, the container must have a route to this destination. It has to go by the gateway that the entry names, or, if it names none, by the gateway of one of the addresses or straight to an interface. Metrics and tables are not compared.',
    causes: [
      'The routes of the IPAM plugin are copied into the result and not configured: configure them.',
      'A route that exists already is skipped, and the one that is there has another gateway: report the one that is there.',
      'The route was added before the address, and its gateway could not be reached: add the addresses first, and do not ignore the error.',
      'The gateway of the result is not the one of the route, as where a link-local next hop is used: print the one that is used.',
    ],
  },
  'RESULT-012': {
    rationale:
      'Standard output is the only channel from a plugin to its caller. A result in a file or in another notation is none, and whoever calls the plugin takes it for an empty one.',
    causes: [
      'The result goes to a file or to a log as well as to standard output, or instead of it: print it to standard output alone.',
      'A print function of the language is used in the place of a JSON encoder: encode it, so that quotation marks and other alphabets survive.',
    ],
  },
  'RESULT-013': {
    rationale:
      'A load balancer or a router may translate an address that no interface of the container has. Listing it lets the runtime show the address by which the container is reached.',
  },
  'RESULT-014': {
    rationale:
      'Runtimes and later plugins know of the attachment only what the result says. A gateway or a hardware address that the plugin keeps to itself has to be found out by others with more effort and less certainty.',
    causes: [
      'Only the interface in the container is listed: list the host side and the bridge too.',
      'The gateway or the hardware address is left out because nothing demanded it: add what is known when the result is printed.',
    ],
  },
  'RESULT-015': {
    rationale:
      'These versions know no IPv4 route through an IPv6 gateway, and the usual ways of adding a route refuse it. A plugin that is told to apply one fails.',
    causes: [
      'On a network of two families, one gateway is used for all routes: choose the gateway by the family of the destination.',
      'The default route of IPv6 is written as 0.0.0.0/0: it is ::/0.',
    ],
  },
  'RESULT-016': {
    rationale:
      'The IPAM plugin may be the only one that knows the name servers, as with DHCP. If the interface plugin puts its own dns, or none, in their place, the container resolves nothing.',
    test: 'The IPAM plugin is replaced by one that returns a known address with its gateway (addresses) and, in the second check, name servers and domains (dns). The configuration has no dns of its own. ADD has to return what the IPAM plugin did.',
    causes: [
      'dns is copied from the configuration, which has none: take that of the IPAM plugin then.',
      'The result is built from addresses and routes only: copy dns too.',
    ],
    knownDeviations: [
      {
        plugin: 'bridge',
        what: 'It takes dns from its configuration and drops what the IPAM plugin returned, as reported in 2019.',
        issue: 'https://github.com/containernetworking/plugins/issues/431',
      },
    ],
  },
  'RESULT-017': {
    rationale:
      'A container in two networks gets two default routes offered and can use one. A plugin that insists fails with "file exists", so that it cannot be used for a second network at all.',
    test: "The IPAM plugin is replaced by one that returns a default route, and ADD works with it in an empty container. Another container has an interface with a default route already. ADD has to succeed there, and the default route that the kernel prefers has to be the old one alone. A second one with a higher metric is in nobody's way.",
    causes: [
      'Routes are added without looking: skip a default route where the container has one of that family.',
      'Any error of adding a route ends ADD: an existing default route is none.',
    ],
    knownDeviations: [
      {
        plugin: 'aws-cni',
        what: 'As the second network of a pod, ADD failed because a default route existed, as reported in 2018.',
        issue: 'https://github.com/aws/amazon-vpc-cni-k8s/issues/203',
      },
    ],
  },
  'RESULT-018': {
    rationale:
      'Most routes of a network go through the same gateway. It can be given once, with the address, and the plugin that applies the routes fills it in.',
  },
  'IPAM-001': {
    rationale:
      'The interface plugin parses this result to know what to configure. It has no way to ask again, so a key that it cannot read is an interface without an address, or an ADD that fails.',
    test: 'The plugin is called by itself with ADD, once with every configuration, and the result is held against the schema for IPAM plugins of the version. Interfaces and indexes are left to IPAM-002, and cniVersion to RESULT-002. The check is blocked when ADD fails or prints no object.',
    causes: [
      'The result is printed in the format of the newest version: convert it to the version of the request.',
      'Routes or DNS are copied from the configuration as they are: write lists, destinations with prefix lengths, and text where text belongs.',
      'Addresses have no version key in 0.3.0 to 0.4.0, or still have one in 1.0.0: it came with 0.3.0 and went with 1.0.0.',
    ],
  },
  'IPAM-002': {
    rationale:
      'The IPAM plugin does not know what the interface plugin makes. What it says about interfaces collides with the list of the interface plugin, and its indexes then point to something else.',
    test: 'The plugin is called by itself with ADD, once with every configuration. The result must not have a key interfaces, not even with an empty list, and none of its addresses may have a key interface. The check is blocked when ADD fails or prints no object.',
    causes: [
      'The types of a full result are used, which print an empty list or an index of 0: leave both out.',
      'The parent interface that belongs to the address is to be handed over, as in clouds: the specification has no place for it yet, so agree on a key of your own.',
    ],
    knownDeviations: [
      {
        plugin: 'ipvlan',
        what: 'With master set to ipam, it expects the IPAM plugin to name the parent interface in interfaces.',
        issue: 'https://github.com/containernetworking/plugins/pull/88',
      },
    ],
  },
  'IPAM-003': {
    rationale:
      'An interface plugin cannot configure an address without the length of its prefix, and an empty list gives it nothing to do. When the pool is used up, ADD has to fail, or containers run without an address.',
    test: 'The plugin is called by itself with ADD, once with every configuration. The result has to list at least one address, and each address has to end with a slash and the length of its prefix. The check is blocked when ADD fails or prints no object.',
    causes: [
      'An empty result is printed when no address is free: fail instead, so that the runtime tries again.',
      'The address is printed alone, with the length in another key: write both as one text, such as 10.1.0.5/16.',
      'An address from prevResult or from the arguments is found, taken as done and not printed: print it.',
    ],
  },
  'IPAM-004': {
    rationale:
      'Where addresses come from is what IPAM plugins differ in: a range in a file, a DHCP server, the API of a cloud. The interface plugin need not know, as long as the result has its form.',
  },
  'IPAM-005': {
    rationale:
      'An IPAM plugin has no interfaces to list, and often no routes or name servers. What is not its business can be left out instead of being filled with empty lists.',
  },
} satisfies Explanations
