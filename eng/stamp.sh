# Is the build current? A stamp holds the path, size and time of every file that it came from.
# Two stamps: artifacts/.ready-run, and artifacts/.ready-test where the packages of the tests were looked for as well.

# The hash of what the build came from: the working tree without its documents and outputs, and the names of what set-up fetched.
stamp() {
    {
        find "$root" \( -name .git -o -name artifacts -o -name .cache -o -name runs -o -name docs -o -name node_modules -o -name obj -o -name bin \) -prune \
            -o -type f ! -name '*.md' -printf '%P %s %T@\n'
        find -H "$cache" -maxdepth 2 \( -name '*.tmp*' -o -name home \) -prune -o -printf '%P\n' 2> /dev/null || true
    } | LC_ALL=C sort | sha256sum | cut -c 1-64
}

stamp_is_current() {
    [ -f "$cli" ] && [ -f "$root/artifacts/.ready-$1" ] && [ "$(cat "$root/artifacts/.ready-$1")" = "$(stamp)" ]
}

# write_stamp VALUE KIND...: VALUE was taken before the build, so that an edit during the build is seen by the next run.
write_stamp() {
    local value=$1 kind
    shift
    for kind in "$@"; do
        echo "$value" > "$root/artifacts/.ready-$kind.tmp"
        mv "$root/artifacts/.ready-$kind.tmp" "$root/artifacts/.ready-$kind"
    done
}

# The build is shared by those that run it and exclusive to the one that makes it. The lock is a file descriptor that a verb's processes
# inherit: it ends with the last of them.
hold_build() { lock_build -s; }

own_build() { lock_build -x; }

lock_build() {
    mkdir -p "$root/artifacts"
    exec 9> "$root/artifacts/.lock"
    if ! flock -n "$1" 9; then
        say "waiting for another ./swarm in this folder"
        flock "$1" 9
    fi
}
