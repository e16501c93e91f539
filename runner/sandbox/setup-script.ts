import { shellQuote } from '../shell-quote.ts'

/** What a sandbox hides behind file systems of its own, so that nothing written there reaches the machine. */
const privateDirectories = ['/run', '/tmp'] as const

/** Trees in which plugins keep state: writes go to an overlay where the kernel has one. */
export const overlaidDirectories = ['/etc', '/var/lib'] as const

export interface SandboxOptions {
  /**
   * Nothing in the machine's root file system can be written: for plugins that are told at random where to keep their files.
   */
  readonly readOnlyRoot?: boolean
}

/** State directories that every plugin may expect. */
const stateDirectories = ['/etc/cni', '/var/lib/cni'] as const

/**
 * The script that process 1 of a sandbox runs, which unshare has given mounts of its own. It prepares them, prints one line,
 * `ready` and its process ID as the machine sees it, and then waits for the end of its standard input: that pipe is the only
 * thing that keeps the sandbox alive. A step that fails prints `failed`, what failed, and ends the sandbox.
 *
 * @param visible absolute directories that plugins need although they lie below a hidden one, such as a clone in /tmp
 */
export function setupScript(visible: readonly string[], { readOnlyRoot = false }: SandboxOptions): string {
  const hidden = visible.filter((path) => isBelowAny(path, [...privateDirectories, ...stateDirectories]))
  return [
    // Before /proc is replaced, its `self` is named as the machine names it.
    'read -r pid _ < /proc/self/stat',
    'fail() { echo "failed $*"; exit 1; }',
    'mount -t proc proc /proc || fail "mounting /proc"',
    'mount -t sysfs sysfs /sys || fail "mounting /sys"',
    // A file descriptor still leads to a directory when a mount covers its path.
    ...hidden.map(
      (path, index) =>
        `exec ${index + firstFreeDescriptor}< ${shellQuote(path)} || fail ${shellQuote(`opening ${path}`)}`,
    ),
    ...privateDirectories.map((path) => `mount -t tmpfs -o mode=0755 tmpfs ${path} || fail "mounting ${path}"`),
    `mkdir -p /run/lock /run/netns ${overlaidDirectories.map((path) => `${layerOf(path)}/upper ${layerOf(path)}/work`).join(' ')}`,
    'chmod 1777 /tmp /run/lock',
    ...overlaidDirectories.map((path) => overlay(path)),
    `mkdir -p ${stateDirectories.join(' ')} 2>/dev/null`,
    ...stateDirectories.map(
      (path) =>
        `mount -t tmpfs -o mode=0755 tmpfs ${path} || fail "mounting ${path}: create this directory on the machine"`,
    ),
    ...hidden.map(
      (path, index) =>
        `mkdir -p ${shellQuote(path)} && mount --no-canonicalize --bind /proc/self/fd/${index + firstFreeDescriptor} ${shellQuote(path)} || fail ${shellQuote(`showing ${path}`)}`,
    ),
    ...(readOnlyRoot ? ['mount -o remount,bind,ro / || fail "making / read-only"'] : []),
    'ip link set lo up || fail "setting lo up"',
    // A container host forwards. Set here, so that no plugin passes or fails by what another one left behind.
    'echo 1 > /proc/sys/net/ipv4/ip_forward || fail "enabling forwarding"',
    'echo 1 2>/dev/null > /proc/sys/net/ipv6/conf/all/forwarding',
    // Not exec: while it waits, the shell reaps the processes that plugins leave to process 1. And cat says it, not the shell:
    // who asks at once what runs here would otherwise meet a shell that has not started cat yet.
    `cat /proc/self/fd/${readyDescriptor} - ${readyDescriptor}<<READY`,
    'ready $pid',
    'READY',
  ].join('\n')
}

/** 0 to 2 are the standard streams; dash takes one digit. */
const firstFreeDescriptor = 3

/** It may be that of a hidden directory, which is shown by then. */
const readyDescriptor = 9

/** Where the kernel refuses an overlay the directory stays as it is, and only the state directories in it are private. */
function overlay(path: string): string {
  const layer = layerOf(path)
  return `mount -t overlay -o lowerdir=${path},upperdir=${layer}/upper,workdir=${layer}/work overlay ${path} 2>/dev/null || :`
}

function layerOf(path: string): string {
  return `/run/overlay${path.replaceAll('/', '-')}`
}

function isBelowAny(path: string, parents: readonly string[]): boolean {
  return parents.some((parent) => path === parent || path.startsWith(`${parent}/`))
}
