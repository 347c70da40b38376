# Set-up: packages, archives, native shims, restore, build. Every step does only what is missing, and says what it does.
. "$root/eng/prerequisites.sh"
. "$root/eng/apt.sh"
. "$root/eng/npm.sh"

# set_up run|test [--no-install]
set_up() {
    local kind=$1 install=yes packages value
    case ${2:-} in
        '') ;;
        --no-install) install=no ;;
        *) fail "setup does not know '$2' (./swarm help)" ;;
    esac

    describe_system
    if [ $install = no ]; then report_missing "$kind"; return; fi

    require_prerequisites
    own_build
    # Another run may have done the work while this one waited.
    if stamp_is_current "$kind"; then return; fi

    packages=$(missing_packages "$kind")
    # shellcheck disable=SC2086 # a list of names
    [ -z "$packages" ] || install_packages $packages
    mkdir -p "$cache"
    fetch_archives
    build_shims
    value=$(stamp)
    build_solution
    if [ "$kind" = test ]; then write_stamp "$value" run test; else write_stamp "$value" run; fi
}

# What set_up would have to do; exit code 1 where that is anything.
report_missing() {
    local missing
    missing=$(
        missing_prerequisites
        missing_packages "$1" | sed 's/^/Debian package /'
        missing_archives | sed 's/^/npm archive /'
        stamp_is_current "$1" || echo "an up-to-date build"
    )
    [ -n "$missing" ] || { say "nothing is missing"; return; }
    mapfile -t missing <<< "$missing"
    say "missing (./swarm setup brings it):"
    printf '  %s\n' "${missing[@]}" >&2
    exit 1
}

# Each script compiles only when its source, compiler or library changed.
build_shims() {
    local script
    for script in "$root"/shared/bindings/*/native/build.sh; do
        [ -f "$script" ] || continue
        sh "$script" "$cache/native" > /dev/null 9>&- || fail "the native shim of $(basename "$(dirname "$(dirname "$script")")") could not be built"
    done
}

build_solution() {
    say "building (a first build takes a minute or two)"
    # The lock stays with the launcher: a process that a build might leave behind must not keep it.
    dotnet build "$root/GenRL.Swarm.sln" -c Release -v quiet -clp:NoSummary -tl:off 9>&- >&2 || fail "the build failed"
    dotnet build-server shutdown --vbcscompiler > /dev/null 2>&1 9>&- || true
}
