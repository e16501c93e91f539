import type { Explanations } from '../explanation.ts'

export const statusExplanations = {
  'STATUS-001': {
    rationale:
      'containerd and CRI-O ask for STATUS whenever kubelet asks for the state of the node, every few seconds. A failure although ADD would work takes the node out of service: it becomes NotReady and gets no pods.',
    test: 'In before-add, STATUS is called where the plugin was never used, and an ADD afterwards shows that it was ready. In after-add, it is called between two such ADDs. The environment has CNI_COMMAND and CNI_PATH only. STATUS has to succeed, and may print nothing or a JSON object.',
    causes: [
      'A shared check of the environment demands CNI_CONTAINERID, CNI_NETNS or CNI_IFNAME: STATUS has none of them.',
      'CNI_COMMAND=STATUS is unknown although 1.1.0 is listed: implement it, or do not list that version.',
      'Something optional is looked for, such as a bridge that the first ADD would make: report only what keeps ADD from working.',
    ],
  },
  'STATUS-002': {
    rationale:
      'Before there was STATUS, plugins told that they were ready by writing their configuration file late, which cannot be taken back and gives no reason. A plugin that succeeds without being ready gets pods whose ADD fails one after another.',
    test: 'In delegate-missing, CNI_PATH leads past the IPAM plugin after STATUS has worked with it, and an ADD shows that this cannot work; then STATUS has to fail and to print an error object. In exhausted, one address is all there is, and a second ADD shows that it is taken; if STATUS fails, it has to print an error object. Both are blocked when ADD does not fail, the second also when STATUS succeeds.',
    causes: [
      'STATUS is an empty function that succeeds: test what ADD needs first, such as its daemon or the parent interface.',
      'The reason is written to standard error: print an error object, whose text the runtime shows as the condition of the node.',
    ],
  },
  'STATUS-003': {
    rationale:
      'A plugin whose work is done by a daemon can do nothing without it. If STATUS does not say so, the scheduler goes on choosing the node while the daemon is updated or crashes in a loop.',
    test: 'STATUS has to succeed while the daemon of the plugin runs, else the check is blocked. Then the daemon is ended, and STATUS has to fail.',
    causes: [
      'Only the socket file is looked for, which survives its daemon: connect to it.',
      'The daemon answers before it has what it needs, for instance a subnet for the node: have it say that it is not ready.',
      'A daemon that hangs makes STATUS hang: set a deadline that is shorter than the one of the runtime.',
    ],
  },
  'STATUS-004': {
    rationale:
      'A node whose pool is used up looks as good as any other, and pods that are sent there fail with each attempt. With an error here they go to nodes that still have addresses.',
    test: 'The plugin gets a configuration with a single address, which the first ADD takes. A second ADD has to fail, else the check is blocked. Then STATUS has to fail too.',
    causes: [
      'Whether there is room is known only by trying to allocate: count what is free without reserving it.',
      'The interface plugin reports itself and does not ask the IPAM plugin: delegate STATUS.',
    ],
  },
  'STATUS-005': {
    rationale:
      'STATUS came with 1.1.0, and many runtimes do not call it, not at start-up and not before ADD. A plugin that prepares something there does not work with them.',
    causes: [
      'A bridge, a chain or a folder is made on STATUS: make it on ADD when it is missing.',
      'The answer is stored and read by ADD: let ADD look for itself.',
    ],
  },
  'STATUS-006': {
    rationale:
      'The answer is old as soon as it is given, and a container that ends has to be removed also while the plugin is not ready. A DEL that refuses for that reason leaves pods hanging in Terminating.',
    test: 'The IPAM plugin is replaced by a stand-in that fails STATUS with code 111 and serves everything else. When STATUS of the plugin has failed for that reason, ADD has to succeed (add), or DEL of a container that was added before (del). The checks are blocked when STATUS succeeds.',
    causes: [
      'All operations begin with the test that STATUS makes: let each one test what it needs itself.',
      'DEL returns an error while the daemon is away: clean up what can be reached without it, or queue the rest.',
    ],
  },
  'STATUS-007': {
    rationale:
      'ADD needs the IPAM plugin as much as the interface plugin, and the runtime knows nothing of it. If it is not asked, a missing executable or an exhausted pool shows only when pods fail.',
    test: 'The IPAM plugin is replaced by a stand-in that writes down its calls, and an ADD shows that the plugin runs it. Then STATUS is called. The stand-in must have been run with STATUS, whether or not the plugin succeeds.',
    causes: [
      'STATUS was added to the plugin, and the delegation was forgotten: call the delegated plugin with the same environment and input, as for CHECK.',
      'The delegated plugin is called although it does not know 1.1.0, and its error is returned: use one that lists this version.',
    ],
  },
  'STATUS-008': {
    rationale:
      'The runtime sees only the outer plugin. If that swallows the error, the node counts as ready while no container can get an address.',
    test: 'The IPAM plugin is replaced by a stand-in, with which STATUS has to work first. Then the stand-in fails STATUS with code 111, and the plugin has to fail too. The check is blocked when the plugin does not run the stand-in on STATUS.',
    causes: [
      'The error is logged and forgotten: return it, with its code and its message.',
      'Only the exit status is passed on: print the error object as well, since its message is what operators get to see.',
    ],
  },
  'STATUS-009': {
    rationale:
      'The two codes tell a runtime whether only new containers are affected or running ones too. A plugin that uses 51 for a full pool sends operators to containers that are fine, and one that uses 50 for a broken datapath lets them look away from those that are not.',
    test: 'The plugin gets a configuration with a single address, which the first ADD takes, so that a second one fails. If STATUS fails then with an error object, its code has to be 50 or 51. Otherwise the check is blocked.',
    causes: [
      'Every failure has the same code: use 50 when only ADD cannot be served, and 51 when the datapath is affected too.',
      'A failure for another reason has one of them, such as a configuration that cannot be parsed: use the code that the table has for it.',
    ],
  },
  'STATUS-010': {
    rationale:
      'Runtimes ask every few seconds and take the question for free of effects. What each answer reserves, creates or resets adds up, and disturbs containers that nobody is working on.',
    test: 'In before-add, STATUS is called where the plugin was never used, and the host is compared before and after; files do not count. In after-add, it is called while a container is attached, and the container is compared as well; new and vanished files count. What STATUS answers makes no difference.',
    causes: [
      'The way is tried out, by allocating an address or making an interface: look at what is there instead.',
      'The set-up of ADD runs first in every operation: let only ADD make a bridge or a chain.',
    ],
  },
} satisfies Explanations
