using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Cli.Sim.Policies;

/// <summary>Nobody does anything: choice 0, or the number nearest to 0.</summary>
internal sealed class StillPolicy : IPolicy
{
    public void Act(EnvironmentShape shape, Span<float> actions)
    {
        for (var world = 0; world < shape.Worlds; world++)
        {
            for (var agent = 0; agent < shape.Agents; agent++)
            {
                var space = shape.Actions[agent];
                for (var number = 0; number < space.Size; number++)
                {
                    actions[shape.ActionIndex(world, agent, number)] = space.Choices.Length > 0 ? 0f : Math.Clamp(0f, space.Low, space.High);
                }
            }
        }
    }
}
