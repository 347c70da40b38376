# ./swarm test [NAME]: layout of the sources, then every test assembly, then one line with the totals.

run_tests() {
    local name=${1:-} project assembly modules=() output code=0
    if [ -z "$name" ]; then check_layout; fi

    for project in "$root"/tests/*Tests/*.csproj; do
        assembly=$(basename "$project" .csproj)
        case $assembly in *"$name"*) modules+=("$binaries/$assembly/release/$assembly.dll") ;; esac
    done
    [ ${#modules[@]} -gt 0 ] || fail "no test project is named like '$name'"

    output=$(mktemp)
    # Exit code 8 is an assembly without a test; a run without any test is caught below.
    (
        IFS=';'
        dotnet test --test-modules "${modules[*]}" --root-directory / --max-parallel-test-modules 1 --no-ansi --ignore-exit-code 8
    ) 9>&- 2>&1 | tee "$output" || code=$?
    print_totals "$output" || code=1
    rm -f "$output"
    exit $code
}

# The last summary of the run as one line; fails where no test ran or one failed.
print_totals() {
    awk '
        $1 == "total:" { total = $2 } $1 == "failed:" { failed = $2 } $1 == "succeeded:" { passed = $2 } $1 == "skipped:" { skipped = $2 }
        END {
            if (total == 0) print "swarm: no test ran"
            printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
            exit (passed > 0 && failed == 0) ? 0 : 1
        }' "$1"
}

# White space only: everything else about style is an analyzer's, and so an error of the build.
check_layout() {
    say "checking the layout of the sources"
    dotnet format whitespace "$root" --folder --verify-no-changes --exclude .cache artifacts ||
        { say "to mend: dotnet format whitespace . --folder --exclude .cache artifacts"; echo "0 passed, 0 failed, 0 skipped"; exit 1; }
}
