using GenRL.Swarm.Cli.Demo.Flying;

namespace GenRL.Swarm.SystemTests.Running;

/// <summary>Waits for what processes bring about: as soon as it is so, and on a loaded machine as long as it takes.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task UntilAsync(string what, Func<bool> so) => Until.TrueAsync(what, Limit, so, TestContext.Current.CancellationToken);

    public static Task UntilAsync(string what, Func<CancellationToken, Task<bool>> so) => Until.TrueAsync(what, Limit, so, TestContext.Current.CancellationToken);
}
