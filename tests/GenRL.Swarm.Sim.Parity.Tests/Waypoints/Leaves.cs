using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenRL.Swarm.Sim.Parity.Tests.Waypoints;

/// <summary>The single values in a file's states, observations, rewards, ends and figures.</summary>
internal static class Leaves
{
    private static readonly string[] Compared = ["init", "init_obs", "steps"];

    /// <summary>One value of each kind - what differs in list positions alone is one kind - from the middle of its kind.</summary>
    public static IEnumerable<string> OneOfEachKind(JsonNode content)
    {
        var all = new List<(string Kind, string Path)>();
        foreach (var name in Compared)
        {
            if (content[name] is { } node)
            {
                Gather(node, name, name, all);
            }
        }

        return all.GroupBy(leaf => leaf.Kind).Select(kind => kind.ElementAt(kind.Count() / 2).Path);
    }

    private static void Gather(JsonNode node, string kind, string path, List<(string Kind, string Path)> all)
    {
        switch (node)
        {
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    Gather(list[i]!, kind, $"{path}.{i}", all);
                }

                break;
            case JsonObject owner:
                foreach (var (name, child) in owner)
                {
                    Gather(child!, $"{kind}.{name}", $"{path}.{name}", all);
                }

                break;
            default:
                if (node.GetValueKind() != JsonValueKind.String)
                {
                    all.Add((kind, path));
                }

                break;
        }
    }
}
