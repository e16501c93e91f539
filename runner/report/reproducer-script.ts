import { release } from 'node:os'
import { isPlain, printfFormat } from '../shell-quote.ts'

/** A name or a hardware address in a result, for this program and for grep. */
export const choice = /"(name|mac)": *"[^"]*"/

/**
 * The part of a reproducer before its steps: it starts itself again in namespaces of its own and prepares them as a sandbox is
 * prepared, so that nothing reaches the machine. The marker alone would not do: process 1 is what only a new namespace has.
 */
export function scriptStart(title: string): string {
  return `#!/bin/sh
# ${title}
#
# Repeats what cni-conformance did, without it: sh <this file>
# That was on Linux ${release()}; another kernel may lack what the plugin needs.
# Values are quoted literally on purpose, hence:
# shellcheck disable=SC1003,SC2016

PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$PATH
export PATH

fail() { echo "$*" >&2; exit 1; }

if [ "\${1-}" != inside ] || [ "$$" -ne 1 ]; then
  [ -f "$0" ] || fail 'Save this script to a file and run that: it starts itself again.'
  for program in unshare nsenter ip; do
    command -v "$program" >/dev/null || fail "$program is missing: install util-linux and iproute2."
  done
  user=
  [ "$(id -u)" -eq 0 ] || user='--user --map-root-user'
  # shellcheck disable=SC2086
  exec unshare $user --net --mount --pid --fork --kill-child -- sh "$0" inside
fi

mount -t proc proc /proc || fail 'Cannot mount /proc: run this as root, outside of a container.'
mount -t sysfs sysfs /sys || fail 'Cannot mount /sys: run this as root, outside of a container.'
mount -t tmpfs -o mode=0755 tmpfs /run || fail 'Cannot mount /run.'
mkdir /run/netns /run/lock

# Writes to these go to memory, where the kernel has overlays.
for tree in /etc /var/lib /tmp; do
  layer=/run/overlay$tree
  mkdir -p "$layer/upper" "$layer/work"
  [ "$tree" != /tmp ] || chmod 1777 "$layer/upper"
  mount -t overlay -o "lowerdir=$tree,upperdir=$layer/upper,workdir=$layer/work" overlay "$tree" 2>/dev/null ||
    echo "Note: what is written to $tree stays on this machine."
done
for state in /etc/cni /var/lib/cni; do
  if grep -q " \${state%/cni} overlay " /proc/mounts; then mkdir -p "$state"; fi
  if [ -d "$state" ]; then
    mount -t tmpfs -o mode=0755 tmpfs "$state" || fail "Cannot mount $state."
  else
    echo "Note: $state does not exist; what a plugin writes there stays on this machine."
  fi
done

ip link set lo up || fail 'Cannot set lo up.'
echo 1 >/proc/sys/net/ipv4/ip_forward
[ ! -e /proc/sys/net/ipv6 ] || echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
mkdir /run/reproducer
out=/run/reproducer/stdout
err=/run/reproducer/stderr
cd / || exit

step() { printf '\\n--- %s  %s\\n' "$1" "$2"; }

ended() { [ "$1" -eq 0 ] || echo "exit status $1"; }

# A status above 128 is 128 and the number of a signal.
plugin_ended() {
  printf 'exit status %s; in the run: %s\\n' "$1" "$2"
  for stream in "$out" "$err"; do
    if [ -s "$stream" ]; then
      printf '%s:\\n' "\${stream##*/}"
      head -c 65536 "$stream"
      [ -z "$(tail -c 1 "$stream")" ] || echo
    else
      printf '%s: empty\\n' "\${stream##*/}"
    fi
  done
}

# What a plugin chose by itself in the run it chooses anew here, and what comes later has to say that.
renewals=/run/reproducer/renewals
: >"$renewals"
chosen() {
  grep -oE '${choice.source}' "$out" | sed 's/.*"\\(.*\\)"$/\\1/' >"$renewals.new"
  paste -d ' ' - "$renewals.new" | while read -r old new; do
    [ -z "$new" ] || [ "$old" = "$new" ] || echo "s|$old|$new|g"
  done >>"$renewals"
}
renewed() { sed -f "$renewals"; }`
}

/** The part after the steps: what is there now, as many checks are about what a plugin leaves behind, and what to compare with. */
export function scriptEnd(conclusion: string): string {
  return `step end 'what is there now'
show() {
  if command -v "$1" >/dev/null; then "$@" 2>/dev/null; fi
}
echo 'On the host:'
show ip -br addr
show ip route
show iptables-save
show nft list ruleset
[ ! -d /var/lib/cni ] || find /var/lib/cni -type f
for container in /run/netns/*; do
  [ -e "$container" ] || continue
  echo "In $container:"
  show ip -n "\${container##*/}" -br addr
  show ip -n "\${container##*/}" route
done

echo
${hereDocument('cat', conclusion)}`
}

/**
 * A command with `input` as its standard input, which gets a line break at its end if it has none. Many spaces at its beginning
 * are not spelt out.
 */
export function hereDocument(command: string, input: string): string {
  if (input === '') return `${command} </dev/null`
  const spaces = leadingSpaces(input)
  if (spaces >= 1000) return hereDocument(`{ printf '%${spaces}s' ''; cat; } | ${command}`, input.slice(spaces))
  if (!isPlain(input)) return `printf ${printfFormat(input)} | ${command}`
  const lines = input.replace(/\n$/, '')
  const delimiter = unusedDelimiter(lines.split('\n'))
  return `${command} <<'${delimiter}'\n${lines}\n${delimiter}`
}

/** Not by a regular expression, which runs out of stack when there are millions of them. */
function leadingSpaces(text: string): number {
  let count = 0
  while (text[count] === ' ') count += 1
  return count
}

function unusedDelimiter(lines: readonly string[], candidate = 'END'): string {
  return lines.includes(candidate) ? unusedDelimiter(lines, `${candidate}_`) : candidate
}
