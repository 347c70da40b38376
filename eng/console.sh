# What the launcher says. Progress goes to standard error, so that a verb's own output can be piped.

say() { echo "swarm: $*" >&2; }

# fail MESSAGE...: one line per argument, then the end; 2 means that something has to be mended first.
fail() {
    local line
    for line in "$@"; do say "$line"; done
    exit 2
}

# Doctor's table: check STATE NAME TEXT [HOW TO MEND]; the command line tool's doctor prints the same form.
report() {
    printf '%-5s %-16s %s\n' "$1" "$2" "$3"
    [ -z "${4:-}" ] || printf '%-5s %-16s mend: %s\n' '' '' "$4"
}
