import type { Explanations } from '../explanation.ts'

export const delegationExplanations = {
  'DELEGATE-001': {
    rationale:
      'The IPAM plugin is the only one that knows which address is free and which routes the container needs. An interface plugin that applies something else makes duplicate addresses, or containers that reach nothing beyond their own subnet.',
    test: 'The IPAM plugin of the configuration is replaced by a stand-in that always returns 10.99.7.5/24 and a route to 10.98.0.0/16 by 10.99.7.1. After ADD, the interface CNI_IFNAME has to have this address (addresses), and the container has to have this route by this gateway (routes). The checks are blocked when ADD fails.',
    causes: [
      'The routes of the result are copied into the output but not configured: add them to the container.',
      'A default route through the gateway is added in place of the routes that were returned: add those, with their own gateways.',
      'Addresses come from the configuration of the plugin or from a built-in allocator: run the plugin that ipam.type names.',
    ],
    knownDeviations: [
      {
        plugin: 'macvlan, ipvlan',
        what: 'Routes that the IPAM plugin returned were ignored, as reported in 2016.',
        issue: 'https://github.com/containernetworking/cni/issues/336',
      },
    ],
  },
  'DELEGATE-002': {
    rationale:
      'A delegated plugin finds its state by the container ID and its further delegates by CNI_PATH, and it may need PATH to run programs or CNI_ARGS to know the pod. What is missing from its environment makes it fail, or release the wrong address on DEL.',
    test: 'The IPAM plugin is replaced by a stand-in that writes down its environment. The plugin is called with a variable MARKER in addition to those of the specification. On ADD (add), CHECK (check) and DEL (del), the stand-in must have got every variable that the plugin got, with the same value. The checks are blocked when ADD fails, or when the stand-in is not run.',
    causes: [
      'The environment of the delegate is built from the CNI variables alone: start from the complete environment of the plugin.',
      'Some values are changed on the way, such as CNI_NETNS to a path of the plugin or CNI_IFNAME to a temporary name: pass what was given.',
      'The delegate is run by a daemon, which has an environment of its own: hand the environment of the call over to it.',
    ],
  },
  'DELEGATE-003': {
    rationale:
      'IPAM plugins read more than their own section: the name of the network, runtimeConfig with addresses that were asked for, prevResult, and keys that the interface plugin has never heard of. What is dropped cannot be configured.',
    test: 'The IPAM plugin is replaced by a stand-in that writes down its input, with unknown keys inside of ipam and beside it. On ADD (add), CHECK (check) and DEL (del), the stand-in must have got every key of the request with its value; further keys are allowed. The checks are blocked when ADD fails, or when the stand-in is not run.',
    causes: [
      'The configuration is parsed into types and written again, so that unknown keys are lost: pass the bytes of standard input.',
      'Only the ipam section is passed: pass the whole configuration.',
      'A default or a computed value is inserted and replaces what the user wrote: leave keys that are there alone.',
    ],
  },
  'DELEGATE-004': {
    rationale:
      'The delegated plugin has the reservation of the address and hears of the end of the container in no other way. Each DEL that is not passed on takes an address out of the pool for good.',
    test: 'The IPAM plugin is replaced by a stand-in that writes down its calls, and a container is added. Then DEL is called with the namespace in place (netns-present) or removed (netns-gone). In add-failed, DEL follows an ADD that failed because the stand-in did. The stand-in must have been run with DEL, whether or not the plugin succeeds.',
    causes: [
      'DEL returns before the delegation when the namespace is gone or CNI_NETNS is empty: delegate in every case.',
      'An error of the own clean-up ends DEL before the delegation: remember the error, delegate, and report it then.',
      'DEL of the delegate is called only if there is something in prevResult: it does not depend on that.',
    ],
    knownDeviations: [
      {
        plugin: 'sriov',
        what: 'DEL without a namespace did not run the IPAM plugin until 2021.',
        issue: 'https://github.com/k8snetworkplumbingwg/sriov-cni/pull/164',
      },
      {
        plugin: 'cilium-cni',
        what: 'DEL did not run the delegated IPAM plugin when the namespace was gone, until 2022.',
        issue: 'https://github.com/cilium/cilium/pull/20630',
      },
    ],
  },
  'DELEGATE-005': {
    rationale:
      'The runtime sees only the exit status of the outer plugin. If that hides the failure of the inner one, a container runs without an address, or a reservation stays for ever because DEL was taken for done and is not repeated.',
    test: 'The IPAM plugin is replaced by a stand-in. For ADD, a first container shows that this works; then the stand-in fails with code 111 (add), is killed by a signal (add-killed) or exits with 0 and prints no result (add-junk), and the plugin has to fail too. In del, a container is added; then the stand-in fails DEL with code 111, and the plugin has to fail too.',
    causes: [
      'An error of the delegate on DEL is logged and ignored, because DEL should not fail: what is missing is no error, but a delegate that reports one has more to say.',
      'Only the output of the delegate is looked at and not its exit status, or the other way round: look at both.',
      'ADD goes on without an address when there is none: fail, unless the configuration asks for layer 2 only.',
    ],
  },
  'DELEGATE-006': {
    rationale:
      'An ADD that fails half-way may have reserved an address already, and its plugin may not be able to tell. Kubelet tries again with a new container ID each time, so every attempt can take another address, until one faulty pod has used up those of the node.',
    test: 'The IPAM plugin is replaced by a stand-in that, on ADD, fails with code 111 (error), is killed by a signal (killed) or exits with 0 and prints no result (junk). The plugin is called with ADD. Afterwards the stand-in must have been run with DEL as well, by the plugin itself. The check is blocked when the stand-in is not run with ADD, or when the plugin does not fail.',
    causes: [
      'The clean-up is set up only after the delegate has succeeded: set it up before the delegate is run.',
      'The clean-up is left to the DEL that the runtime calls after a failed ADD: not every runtime does that, and not at once.',
      'Only failures of the plugin itself lead to the clean-up: a failure of the delegate has to do so too.',
    ],
  },
  'DELEGATE-007': {
    rationale:
      'Handing out addresses is the same work for a bridge and a macvlan, and different for a fixed range and DHCP. Separate plugins let each be combined with each.',
  },
  'DELEGATE-008': {
    rationale:
      'CNI_PATH is how the administrator of the runtime says which executables may be used. A plugin that searches elsewhere runs another version than the one installed, or finds none where plugins are not in the usual folder.',
    test: 'The IPAM plugin is replaced by a stand-in, and a first container shows that this works. Then the folder of the stand-in is the second one in CNI_PATH, after a folder that has no such plugin (second-directory), or the first one, before a folder with another plugin of the same name that always fails (first-match). ADD has to succeed both times.',
    causes: [
      'The delegated plugin is expected in the folder of the plugin itself or in /opt/cni/bin: search CNI_PATH.',
      'CNI_PATH is taken for one directory: split it at the colon, or at the semicolon on Windows.',
      'The last match is used instead of the first: stop at the first directory that has the file.',
    ],
  },
  'DELEGATE-009': {
    rationale:
      'A delegated plugin that crashes prints no error object, and its standard error is the only trace of the reason. It reaches the log of the runtime only if the plugin between passes it on.',
    test: 'The IPAM plugin is replaced by a stand-in that writes a line to standard error on ADD. It then succeeds (success) or fails with code 111 (failure). The line has to appear on the standard error of the plugin. The checks are blocked when the stand-in is not run.',
    causes: [
      'Standard error is captured and dropped: let the delegated plugin inherit it.',
      'Standard error is captured and printed only after a success: print it in any case, because it matters most after a failure.',
      'Both outputs are captured together: keep them apart, because a log line in the result makes it unreadable.',
    ],
  },
  'DELEGATE-010': {
    rationale:
      'The interface plugin parses what it gets and configures it. An address that comes with a failure, or a success without an address, leaves it to guess.',
    causes: [
      'An allocation that fails is printed as an empty result with status 0: print an error object, and exit with 1.',
      'Log lines go to standard output: the interface plugin cannot parse the result, so send them to standard error.',
    ],
  },
  'DELEGATE-011': {
    rationale:
      'Whatever makes ADD fail, the address that the delegated plugin gave out is of no use any more. Runtimes call DEL after a failure, but some of them late, or after a restart not at all.',
    test: 'The IPAM plugin is replaced by a stand-in, and a first container shows that this works. Then the stand-in returns a route by a gateway that is outside of the subnet, which no kernel takes, so that ADD fails after the delegation. The stand-in must have been run with DEL before the failure is returned. The check does not apply to a plugin that gets by without the route.',
    causes: [
      'The clean-up is set up only for a failure of the delegate: do it whenever ADD fails after the delegate was run.',
      'The error of the last step is returned directly: leave through one place that undoes what was done.',
    ],
  },
} satisfies Explanations
