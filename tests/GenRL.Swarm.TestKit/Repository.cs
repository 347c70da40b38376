namespace GenRL.Swarm.TestKit;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root: the folder with the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The bundle that is shipped for the nominal floor.</summary>
    public static string PretrainedBundle => Path.Combine(Root, "groundstation", "pretrained", "nominal", "bundle");

    /// <summary>The trainable state that the shipped bundle was made from.</summary>
    public static string PretrainedLearning => Path.Combine(Root, "groundstation", "pretrained", "nominal", "learning");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "GenRL.Swarm.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent)
        : throw new InvalidOperationException("the tests run outside the repository");
}
