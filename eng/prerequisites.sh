# What has to be there before anything can be installed: a Debian-like system, the .NET SDK and Node.

# describe_system: one line for a system that is not the tested one; fails on one without apt.
describe_system() {
    local id version name
    id=$(. /etc/os-release 2> /dev/null && echo "${ID:-}")
    version=$(. /etc/os-release 2> /dev/null && echo "${VERSION_ID:-}")
    name=$(. /etc/os-release 2> /dev/null && echo "${PRETTY_NAME:-}")
    case $id-$version in
        debian-12) ;;
        ubuntu-22.04 | ubuntu-24.04)
            say "$name: not tested (Debian 12 is). Its own Node is older than 20 and its libtorch, if its archive has one, is not 1.13;" \
                "24.04 also names some libraries with a t64 suffix, which is understood."
            ;;
        *)
            if command -v apt-get > /dev/null; then
                say "${name:-this system}: not tested (Debian 12 is); packages may have other names or versions."
            else
                fail "${name:-this system} has no apt-get: a Debian-like system is needed (Debian 12 is what is tested)"
            fi
            ;;
    esac
}

# missing_prerequisites: prints one line for each that is missing, with the way to get it.
missing_prerequisites() {
    local sdk node
    sdk=$(dotnet --list-sdks 2> /dev/null | awk '{ print $1 }' | grep '^10\.' | tail -1 || true)
    [ -n "$sdk" ] || echo ".NET SDK 10 is missing: https://dotnet.microsoft.com/download/dotnet/10.0 (or apt-get install dotnet-sdk-10.0 where the archive has it)"
    node=$(node --version 2> /dev/null | sed 's/^v\([0-9]*\).*/\1/' || true)
    if [ -z "$node" ] || [ "$node" -lt 20 ]; then
        echo "Node 20 or later is missing${node:+ (found $node)}: https://nodejs.org/en/download"
    elif ! command -v npm > /dev/null; then
        echo "npm is missing: it comes with Node (https://nodejs.org/en/download), or apt-get install npm"
    fi
}

require_prerequisites() {
    local missing
    missing=$(missing_prerequisites)
    [ -z "$missing" ] || { mapfile -t missing <<< "$missing"; fail "${missing[@]}"; }
}
