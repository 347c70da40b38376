namespace GenRL.Swarm.Cli.Tests.Launcher;

/// <summary>Archives from npm, with a stand-in for npm that packs a local folder.</summary>
public sealed class FetchTests : IDisposable
{
    // npm pack NAME --silent leaves a .tgz in the current folder; the pin's hash is taken of a first run.
    private const string Prepare = """
        mkdir -p "$root/package/lib" "$root/eng" "$cache"
        echo code > "$root/package/lib/a.js"; echo licence > "$root/package/LICENSE"; echo rest > "$root/package/big.bin"
        tar -czf "$root/x.tgz" -C "$root" package
        npm() { cp "$root/x.tgz" .; }
        hash=$(openssl dgst -sha512 -binary "$root/x.tgz" | base64 -w0)
        pin() { echo "tool x@1 $1 lib package/lib/*.js package/LICENSE" > "$root/eng/npm-pins.txt"; }

        """;

    private readonly Bash _bash = new();

    public void Dispose() => _bash.Dispose();

    [Fact]
    public async Task FetchArchives_HashAsPinned_KeepsOnlyTheFilesThatAreNeeded()
    {
        var (exitCode, output, errors) = await _bash.RunAsync(
            Prepare + """pin "$hash"; fetch_archives; fetch_archives; missing_archives; cd "$cache"; find . -type f | sort""", "console", "npm");

        Assert.Equal((0, "swarm: fetching x@1\n"), (exitCode, errors));
        Assert.Equal("./tool/.pin\n./tool/LICENSE\n./tool/a.js\n", output);
    }

    [Fact]
    public async Task FetchArchives_OtherHash_UnpacksNothingAndLeavesNothing()
    {
        var (exitCode, output, errors) = await _bash.RunAsync(
            Prepare + """pin AAAA; (fetch_archives) || code=$?; find "$cache" -mindepth 1; exit $code""", "console", "npm");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("SHA-512 differs", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchArchives_NpmFails_KeepsTheOldFolderAndSaysWhy()
    {
        var (exitCode, output, errors) = await _bash.RunAsync(
            Prepare + """
            mkdir "$cache/tool"; echo old > "$cache/tool/a.js"
            npm() { echo 'npm error network is down' >&2; return 1; }
            pin "$hash"; (fetch_archives) || code=$?; cat "$cache/tool/a.js"; ls "$cache"; exit $code
            """,
            "console", "npm");

        Assert.Equal((2, "old\ntool\n"), (exitCode, output));
        Assert.Contains("network is down", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchArchives_NewPin_ReplacesTheOldFolder()
    {
        var (exitCode, output, _) = await _bash.RunAsync(
            Prepare + """mkdir "$cache/tool"; echo old > "$cache/tool/gone.js"; pin "$hash"; fetch_archives; cd "$cache"; find . -type f | sort""",
            "console", "npm");

        Assert.Equal((0, "./tool/.pin\n./tool/LICENSE\n./tool/a.js\n"), (exitCode, output));
    }
}
