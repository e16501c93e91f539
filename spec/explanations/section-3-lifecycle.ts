import type { Explanations } from '../explanation.ts'

/** How the checks find the moments, which all of them have in common. */
const moments =
  'The moments are those at which the plugin runs a program of the system, such as ip or iptables, starts its IPAM plugin, or has just got the answer of that: stand-ins on PATH and CNI_PATH hold it there. Of a plugin that has too few of them, moments are taken that are spread over the time that an undisturbed execution took.'

export const lifecycleExplanations = {
  'LIFECYCLE-001': {
    rationale:
      'Plugins are killed in the middle of ADD when the machine runs out of memory, when the runtime gives up waiting for them, and when the node is drained. The runtime then calls DEL, with no result that it could hand over, and that is the only occasion to clean up.',
    test: `After an ADD and a DEL without disturbance, ADD is killed with all that it started, at up to six moments one after the other. ${moments} Each time, DEL without prevResult has to succeed, and the host and the container have to be as they were before; at the end, ADD has to succeed. The check is blocked when an undisturbed ADD and such a DEL leave something already.`,
    causes: [
      'What has to be removed is written down at the end of ADD: write it down before it is made, or give it names that follow from the container ID and the interface name.',
      'A file is made and then filled, and DEL does not know whose it is when it is empty: write another file and rename it.',
      'DEL stops at the first thing that is missing: go on with the rest.',
    ],
  },
  'LIFECYCLE-002': {
    rationale:
      'A runtime that is stopped during DEL, or gives up waiting for it, calls DEL again later. What the first one left has to be found again.',
    test: `After an ADD and a DEL without disturbance, a container is attached, and DEL is killed with all that it started, at up to four moments one after the other. ${moments} Each time, DEL has to succeed when it is called again, and the host and the container have to be as they were before ADD. The check is blocked when an undisturbed DEL leaves something already.`,
    causes: [
      'The record of what is to be removed is removed first: remove it last.',
      'The interface is gone, and DEL takes that for a sign that there is nothing else to do: look for each thing.',
    ],
  },
  'LIFECYCLE-003': {
    rationale: 'A lock that outlives its owner stops all containers of the node until somebody finds and removes it.',
    test: `ADD is killed with all that it started, at up to three moments one after the other, each time for another container. ${moments} Each time, ADD of a further container has to succeed then.`,
    causes: [
      'The lock is a file that is there, or holds the number of a process: lock a file that stays with flock or fcntl, which the kernel ends with the process.',
      'A child that goes on running has inherited the locked file: close it on exec.',
    ],
  },
  'LIFECYCLE-004': {
    rationale:
      'A node makes and deletes thousands of containers between two reboots. A line or a rule that each of them leaves makes every operation slower, until one of them fails.',
    test: 'ADD and DEL are called four times in turn, each time with another container ID, in the same network namespace. After the fourth time, the host and the container have to be as they were after the first, and no file in the directories of state may name all four containers; a file whose name ends with .log may. The check is blocked when the second time leaves something already.',
    causes: [
      'Each ADD adds an entry to a file, and DEL does not take it out, or marks it as deleted: remove it.',
      'Something is removed only if it is the last of its kind: remove that of each attachment.',
    ],
  },
} satisfies Explanations
