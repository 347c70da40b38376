# Debian packages, listed in eng/apt-packages.txt.

# missing_packages run|test: the packages that are listed for it and not installed. A package that another one provides counts as
# installed: Ubuntu 24.04's libmosquitto1t64 provides libmosquitto1.
missing_packages() {
    dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' 2> /dev/null | awk -v wanted="$1" '
        FNR == NR { if ($1 == "installed") { gsub(/\([^)]*\)|,/, ""); for (i = 2; i <= NF; i++) have[$i] = 1 } next }
        /^[^#]/ && ($2 == "run" || wanted == "test") && !($1 in have) { print $1 }' - "$root/eng/apt-packages.txt"
}

# install_packages NAME...
install_packages() {
    local as_root=() package unknown=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || fail "packages are missing; as root: apt-get install --no-install-recommends $*"
        as_root=(sudo)
    fi
    say "installing Debian packages${as_root:+ with sudo}: $*"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)

    if ! all_known "$@"; then
        say "refreshing the package lists (apt-get update)"
        "${apt[@]}" update >&2
    fi
    for package in "$@"; do all_known "$package" || unknown+=("$package"); done
    [ ${#unknown[@]} -eq 0 ] || fail "this system's archive does not have: ${unknown[*]}"

    # A list that is out of date names archives that are gone: refresh it once, then give up.
    "${apt[@]}" install --no-install-recommends "$@" >&2 && return
    say "refreshing the package lists (apt-get update)"
    "${apt[@]}" update >&2 && "${apt[@]}" install --no-install-recommends "$@" >&2 || fail "apt-get could not install: $*"
}

# all_known NAME...: does apt know a version of each that it could install?
all_known() {
    [ "$(apt-cache policy "$@" 2> /dev/null | grep -c '^  Candidate: [^(]')" -eq $# ]
}
