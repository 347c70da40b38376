using System.Diagnostics;
using GenRL.Swarm.Cli.Processes;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Cli.Tests.Processes;

public sealed class ProcessGroupTests
{
    private const int Killed = 128 + 9;
    private const int Terminated = 128 + 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Dispose_EndsEveryChild()
    {
        using var temp = new TempFolder();
        int[] ids;
        await using (var group = new ProcessGroup(temp.Path, echo: null, TimeProvider.System))
        {
            ids = [.. Enumerable.Range(0, 3).Select(i => group.Start(new ChildSpec($"sleeper-{i}", ["sleep", "600"])).Id)];
            Assert.All(ids, id => Assert.True(IsAlive(id)));
        }

        Assert.All(ids, id => Assert.False(IsAlive(id)));
    }

    [Fact]
    public async Task Dispose_ChildThatIgnoresSigterm_IsKilledWithWhatItStarted()
    {
        using var temp = new TempFolder();
        var said = new ReadyWriter("grandchild ");
        ChildProcess child;
        await using (var group = new ProcessGroup(temp.Path, said, TimeProvider.System) { Patience = TimeSpan.FromMilliseconds(50) })
        {
            child = group.Start(new ChildSpec("stubborn", ["sh", "-c", "trap '' TERM; sleep 600 & echo grandchild $!; wait; sleep 600"]));
            await said.Ready.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }

        Assert.False(IsAlive(child.Id));
        await Gone(int.Parse(said.Line.Split(' ')[^1]));
    }

    [Fact]
    public async Task Child_ThatEndsByItself_IsToldWithItsLastWords()
    {
        using var temp = new TempFolder();
        await using var group = new ProcessGroup(temp.Path, echo: null, TimeProvider.System);

        group.Start(new ChildSpec("frail", ["sh", "-c", "echo all is well; echo no longer >&2; exit 3"]));
        var failure = await group.Failed.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Contains("frail ended with code 3", failure, StringComparison.Ordinal);
        Assert.Contains("no longer", failure, StringComparison.Ordinal);
        Assert.Contains("all is well", await File.ReadAllTextAsync(temp["frail.log"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_IsNoFailure()
    {
        using var temp = new TempFolder();
        await using var group = new ProcessGroup(temp.Path, echo: null, TimeProvider.System);

        await group.StopAsync(group.Start(new ChildSpec("sleeper", ["sleep", "600"])));

        Assert.False(group.Failed.IsCompleted);
    }

    [Fact]
    public async Task Owner_KilledWithoutWarning_TakesItsChildrenWithIt()
    {
        // What SIGKILL does to the owner is that the watchdog's pipe closes.
        using var temp = new TempFolder();
        var watchdog = new Watchdog();
        var guarded = ChildProcess.Start(new ChildSpec("guarded", ["sleep", "600"]), temp["guarded.log"], echo: null);
        var released = ChildProcess.Start(new ChildSpec("released", ["sleep", "600"]), temp["released.log"], echo: null);
        watchdog.Guard(guarded.Id);
        watchdog.Guard(released.Id);
        watchdog.Release(released.Id);

        await watchdog.DisposeAsync();

        await guarded.Ended.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await released.StopAsync(Patience, TimeProvider.System);
        Assert.Equal((Killed, Terminated), (await guarded.Ended, await released.Ended));
        await guarded.DisposeAsync();
        await released.DisposeAsync();
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is ArgumentException or IOException)
        {
            return false;
        }
    }

    private static async Task Gone(int id)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (IsAlive(id))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Completes with the first line that holds a text.</summary>
    private sealed class ReadyWriter(string text) : StringWriter
    {
        private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ready => _ready.Task;

        public string Line { get; private set; } = "";

        public override void WriteLine(string? value)
        {
            if (value!.Contains(text, StringComparison.Ordinal))
            {
                Line = value;
                _ready.TrySetResult();
            }
        }
    }
}
