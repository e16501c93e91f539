/** Begins the lines that separate the sections of the output. No tool prints it. */
export const marker = '@@cni-conformance-observation'

/**
 * A POSIX shell script that prints everything a snapshot is made of, so that a snapshot is one execution. Each section is
 * delimited on both standard output and standard error; a tool that fails or is missing fails its section alone. Most of the time
 * goes into starting tools, so none is started that cannot have anything to say.
 *
 * A section whose name is a list, separated by commas, has one line for each name. When the tool fails, the lines after the last
 * that it could print are absent.
 *
 * The arguments are the directory of the named network namespaces, or the empty string, and then the directories whose files are
 * listed.
 */
export const script = `
export LC_ALL=C

section() {
  printf '\\n${marker} begin %s\\n' "$1"
  printf '\\n${marker} begin %s\\n' "$1" >&2
  shift
  "$@"
  printf '\\n${marker} end %s\\n' "$?"
}

# Prints the output of a command, and keeps it and its status.
keep() {
  output=$("$@")
  status=$?
  printf '%s\\n' "$output"
  return $status
}

mentions() {
  case $1 in
  *"$2"*) ;;
  *) return 1 ;;
  esac
}

has() { command -v "$1" >/dev/null; }

addresses() {
  printf '%s\\n' 'address show' 'neighbour show nud permanent' 'neighbour show proxy' | ip -j -d -batch -
}

routing() {
  printf '%s\\n' 'route show table all' 'rule show' | ip "$1" -j -batch -
}

bridging() {
  printf '%s\\n' 'fdb show' 'vlan show' | bridge -j -batch -
}

sysctls() (
  cd /proc/sys/net || exit
  ipv4=ipv4/conf/*
  ipv6=ipv6/conf/*
  grep -Hs '' ipv4/ip_forward ipv4/ip_nonlocal_bind ipv6/conf/all/forwarding core/somaxconn bridge/bridge-nf-call-* \\
    $ipv4/accept_local $ipv4/accept_redirects $ipv4/accept_source_route $ipv4/arp_accept $ipv4/arp_announce \\
    $ipv4/arp_filter $ipv4/arp_ignore $ipv4/arp_notify $ipv4/disable_policy $ipv4/log_martians \\
    $ipv4/promote_secondaries $ipv4/proxy_arp $ipv4/route_localnet $ipv4/rp_filter $ipv4/secure_redirects \\
    $ipv4/send_redirects $ipv4/src_valid_mark \\
    $ipv6/accept_dad $ipv6/accept_ra $ipv6/accept_redirects $ipv6/accept_source_route $ipv6/addr_gen_mode \\
    $ipv6/autoconf $ipv6/dad_transmits $ipv6/disable_ipv6 $ipv6/keep_addr_on_down $ipv6/proxy_ndp $ipv6/use_tempaddr
  # 2 says that some of them do not exist.
  [ $? -le 2 ]
)

namespaces() {
  for path in "$1"/*; do
    [ ! -e "$path" ] || printf '%s\\n' "\${path##*/}"
  done
}

# What is shown again of the machine, such as this package when it lies below /tmp, is on another file system.
files() {
  find "$@" -xdev -exec stat -c 'entry %F|%a|%s|%n' {} + -type f -size +0 -exec sha256sum {} +
  # 1 says that some of the directories do not exist, or that a file went while it was read.
  [ $? -le 1 ]
}

section links,neighbours,proxy-neighbours keep addresses
if mentions "$output" '"info_kind":"bridge"' || mentions "$output" '"info_kind":"vxlan"'; then
  section bridge-forwarding,bridge-vlans bridging
else
  section bridge-forwarding,bridge-vlans true
fi

section ipv4-routes,ipv4-rules routing -4
section ipv6-routes,ipv6-rules routing -6

section nftables keep nft -s list ruleset
for family in ip ip6; do
  tables=\${family}tables
  if has $tables-nft-save; then
    if [ $status -eq 0 ] && ! mentions "$output" "table $family "; then
      section $tables true
    else
      section $tables $tables-nft-save
    fi
  elif has $tables-legacy-save; then
    section $tables true # It is shown below.
  else
    section $tables $tables-save
  fi
  # The tool would fail, or ask the kernel for a module, where no table was ever made.
  if 2>/dev/null read -r _ </proc/net/\${family}_tables_names; then
    section $tables-legacy $tables-legacy-save
  else
    section $tables-legacy true
  fi
done

section traffic-control keep tc qdisc show
printf '%s\\n' "$output" | while read -r _ kind handle _ device _; do
  case $kind:$handle in
  *:0: | :) ;;
  ingress:*)
    section "filters $device $handle" tc filter show dev "$device" parent "$handle"
    ;;
  clsact:*)
    section "filters $device ingress" tc filter show dev "$device" ingress
    section "filters $device egress" tc filter show dev "$device" egress
    ;;
  *)
    section "classes $device" tc class show dev "$device"
    section "filters $device $handle" tc filter show dev "$device" parent "$handle"
    ;;
  esac
done

section sysctls sysctls

[ -z "$1" ] || section namespaces namespaces "$1"
shift
[ $# -eq 0 ] || section files files "$@"
exit 0
`
