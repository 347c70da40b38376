# Archives from npm, pinned in eng/npm-pins.txt. Only the files that are needed stay, in .cache.

# each_pin COMMAND: calls COMMAND TARGET NAME@VERSION SHA512 ROOT FILES for every pin.
each_pin() {
    local target package hash folder files
    while read -r target package hash folder files; do
        case $target in '' | '#'*) continue ;; esac
        "$1" "$target" "$package" "$hash" "$folder" "$files" || return
    done < "$root/eng/npm-pins.txt"
}

# A fetched folder names its pin in a file, written before the folder got its name: the pin is there, so everything is.
pin_of() { echo "$2 $3"; }

is_fetched() { [ "$(cat "$cache/$1/.pin" 2> /dev/null)" = "$(pin_of "$@")" ]; }

missing_archive() { is_fetched "$@" || echo "$2"; }

missing_archives() { each_pin missing_archive; }

fetch_archive() {
    is_fetched "$@" && return
    local target=$1 package=$2 hash=$3 folder=$4 files=$5 work
    say "fetching $package"
    mkdir -p "$cache/$(dirname "$target")"
    work=$(mktemp -d "$cache/fetch.tmpXXXXXX")
    # A subshell, so that the working folder goes whatever happens.
    (
        trap 'rm -rf "$work"' EXIT
        (cd "$work" && npm pack "$package" --silent > npm.out 2> npm.err < /dev/null) ||
            fail "npm could not fetch $package:" "$(grep -v '^npm warn' "$work/npm.err" | head -5)"
        mv "$work"/*.tgz "$work/archive"
        [ "$(openssl dgst -sha512 -binary "$work/archive" | base64 -w0)" = "$hash" ] ||
            fail "$package is not the archive that eng/npm-pins.txt names (SHA-512 differs): nothing was unpacked"
        mkdir "$work/new"
        # shellcheck disable=SC2086 # the list of files is a list
        (set -f && tar -xzf "$work/archive" -C "$work/new" --no-same-owner --wildcards --transform "s#^package/##;s#^$folder/##" $files) ||
            fail "$package could not be unpacked"
        pin_of "$@" > "$work/new/.pin"
        [ ! -e "$cache/$target" ] || mv -T "$cache/$target" "$work/old"
        mv -T "$work/new" "$cache/$target"
    )
}

fetch_archives() {
    # A fetch that was killed outright leaves its working folder behind.
    find -H "$cache" -maxdepth 1 -name 'fetch.tmp*' -mmin +60 -exec rm -rf {} +
    each_pin fetch_archive
}
