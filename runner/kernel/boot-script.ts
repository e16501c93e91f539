import { shellQuote } from '../shell-quote.ts'
import type { UserModeLinux } from './machine.ts'

/** A program to run as the only thing that a machine does. */
export interface Job {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where its exit status goes, as a file of the host. */
  readonly statusFile: string
  /** Whether its standard output and standard error are terminals, and how wide they are. */
  readonly terminals: { readonly stdout: number | undefined; readonly stderr: number | undefined }
}

/** Modules that the kernel does not load by itself when something asks for what they do. */
const preloaded = [
  'overlay',
  'ipv6',
  'nf_tables',
  'veth',
  'bridge',
  '8021q',
  'macvlan',
  'ipvlan',
  'vrf',
  'dummy',
  'ifb',
  'tun',
]

/**
 * Process 1 of the machine. Its root is the file system of the host, so that files are where they are outside; what describes
 * a kernel is its own. The two consoles are the standard output and standard error of the host.
 */
export function bootScript({ modules, modprobe }: UserModeLinux, job: Job): string {
  const { stdout, stderr } = job.terminals
  return `#!/bin/sh
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /run
ln -sf /proc/self/fd /dev/fd

# A host need not have a folder for modules, and that of another kernel is none.
mkdir -p /run/kernel/lib/modules
mount --bind ${shellQuote(modules)} /run/kernel/lib/modules
printf '#!/bin/sh\\nexec %s -d /run/kernel "$@"\\n' ${shellQuote(modprobe)} >/run/kernel/modprobe
chmod 755 /run/kernel/modprobe
echo /run/kernel/modprobe >/proc/sys/kernel/modprobe
for module in ${preloaded.join(' ')}; do
  /run/kernel/modprobe -q "$module"
done
ip link set lo up

${console('tty1', 'out', stdout)}
${console('tty2', 'err', stderr)}
cd ${shellQuote(job.cwd)} || exit
env -i ${Object.entries(job.env)
    .flatMap(([name, value]) => (value === undefined ? [] : [shellQuote(`${name}=${value}`)]))
    .join(' ')} ${job.argv.map(shellQuote).join(' ')} </dev/null >/run/out 2>/run/err
status=$?
wait $out $err
echo "$status" >${shellQuote(job.statusFile)}
echo o >/proc/sysrq-trigger
sleep 60
`
}

/** Makes /run/<name> the way to a console. A program sees a terminal there only if there is one on the host. */
function console(device: string, name: string, columns: number | undefined): string {
  const settings = `stty -F /dev/${device} raw -echo ${columns === undefined ? '' : `cols ${columns}`}`
  if (columns !== undefined) return `${settings}\nln -s /dev/${device} /run/${name}\n${name}=`
  return `${settings}\nmkfifo /run/${name}\ncat /run/${name} >/dev/${device} &\n${name}=$!`
}
