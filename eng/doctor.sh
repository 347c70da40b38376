# ./swarm doctor: what only the shell can see, then the built tool's own checks. It installs nothing.
. "$root/eng/prerequisites.sh"
. "$root/eng/apt.sh"
. "$root/eng/npm.sh"

check_machine() {
    local code=0 missing line
    describe_system
    missing=$(missing_prerequisites)
    if [ -z "$missing" ]; then
        report ok 'tools' ".NET SDK $(dotnet --version), Node $(node --version), npm $(npm --version 2> /dev/null)"
    else
        code=1
        while read -r line; do report FAIL 'tools' "${line%%: *}" "${line#*: }"; done <<< "$missing"
    fi
    check_list 'Debian packages' "$(missing_packages run)" || code=1
    check_list 'npm archives' "$(missing_archives)" || code=1

    command -v dotnet > /dev/null || exit 1
    if [ ! -f "$cli" ]; then
        report FAIL 'build' 'not built' './swarm setup'
        exit 1
    fi
    if stamp_is_current run; then report ok 'build' 'up to date'; else report warn 'build' 'older than its sources' './swarm setup'; fi
    dotnet "$cli" doctor "$@" || code=1
    exit $code
}

# check_list NAME MISSING
check_list() {
    if [ -z "$2" ]; then report ok "$1" 'all there'; return; fi
    # shellcheck disable=SC2086 # a list of names on one line
    report FAIL "$1" "missing: $(echo $2)" './swarm setup'
    return 1
}
