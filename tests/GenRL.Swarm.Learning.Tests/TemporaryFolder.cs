namespace GenRL.Swarm.Learning.Tests;

/// <summary>A folder of its own for one test, removed at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("swarm-learning-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
