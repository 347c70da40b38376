using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Parity.Mpe;

/// <summary>What a file decides for a world: its goals, which are part of the initial state, and its actions.</summary>
internal static class MpeGoals
{
    /// <summary>Takes over the goals that were drawn, and compares what follows from them.</summary>
    public static void Compare<V>(JsonElement goals, MpeScenario<V> scenario, MpeWorld<V> world, Comparison comparison)
        where V : unmanaged, ILanes<V>
    {
    }

    /// <summary>The actions of a step, agent by agent.</summary>
    public static double[] Actions<V>(JsonElement step, MpeScenario<V> scenario)
        where V : unmanaged, ILanes<V>
    {
        var stored = step.List("action", scenario.Agents.Count);
        var actions = new List<double>();
        for (var agent = 0; agent < stored.Length; agent++)
        {
            var space = scenario.Actions[agent];
            var value = stored[agent];
            if (space.Choices.Length == 0)
            {
                var numbers = value.Numbers("action");
                actions.AddRange(numbers.Length == space.Size ? numbers : throw new GoldenException($"action: not {space.Size} numbers of {scenario.Agents[agent].Name}"));
            }
            else if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var choice) && choice >= 0 && choice < space.Choices[0])
            {
                actions.Add(choice);
            }
            else
            {
                throw new GoldenException($"action: {value} of {scenario.Agents[agent].Name} is none of {space.Choices[0]} choices");
            }
        }

        return [.. actions];
    }
}
