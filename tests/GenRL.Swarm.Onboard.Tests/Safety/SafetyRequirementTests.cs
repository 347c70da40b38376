using System.Reflection;
using System.Text.RegularExpressions;

namespace GenRL.Swarm.Onboard.Tests.Safety;

public sealed partial class SafetyRequirementTests
{
    [Fact]
    public void EveryRequirementOfTheSafetyDocument_IsCoveredByATest()
    {
        var stated = RequirementId().Matches(File.ReadAllText(Document())).Select(m => m.Groups["id"].Value).ToHashSet();
        var covered = typeof(SafetyRequirementTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .SelectMany(m => m.GetCustomAttributes<TraitAttribute>())
            .Where(t => t.Name == "Requirement").Select(t => t.Value).ToHashSet();

        Assert.NotEmpty(stated);
        Assert.Equal(stated.Order(), covered.Order());
    }

    /// <summary>docs/safety.md of the repository that this assembly was built in.</summary>
    private static string Document()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GenRL.Swarm.sln")))
            {
                return Path.Combine(folder.FullName, "docs", "safety.md");
            }
        }

        throw new FileNotFoundException("The tests run inside the repository.");
    }

    [GeneratedRegex(@"^\| (?<id>SR-\d+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequirementId();
}
