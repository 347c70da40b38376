using System.Numerics;
using GenRL.Swarm.Learning.Expert;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>Asks the expert what each robot of batched worlds should do.</summary>
internal sealed class ExpertPilot(MppiExpert expert, SwarmPlans plans, SwarmScenes scenes, int robots) : ISwarmPilot
{
    /// <inheritdoc/>
    public void Decide()
    {
        for (var i = 0; i < robots; i++)
        {
            Plan(i, plans.Plan(i));
        }
    }

    /// <summary>The expert's plan for <paramref name="robot"/>.</summary>
    /// <param name="robot">Number of the robot.</param>
    /// <param name="plan">The warm start, [H]; receives the plan.</param>
    public void Plan(int robot, Span<Vector2> plan) =>
        expert.Plan(scenes.Position(robot), scenes.Velocity(robot), plans.Pending(robot), scenes.Of(robot), plan);
}
