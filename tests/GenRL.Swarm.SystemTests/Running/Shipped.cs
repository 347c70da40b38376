using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.SystemTests.Running;

/// <summary>The model that ships with the repository.</summary>
internal static class Shipped
{
    /// <summary>Folder of <c>bundle/</c> and <c>learning/</c>.</summary>
    public static string Pretrained => Path.GetDirectoryName(Repository.PretrainedBundle)!;
}
