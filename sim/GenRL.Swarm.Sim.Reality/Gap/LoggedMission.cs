using System.Numerics;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>A mission as a log tells it: every robot from where it was to where it was sent, in an arena with room around.</summary>
internal sealed class LoggedMission(Vector2[] starts, Vector2[] goals) : IScenario
{
    private const float Margin = 1.5f;

    public string Name => "logged";

    public WorldDescription Describe(int robots) => WorldDescription.Open(starts.Concat(goals).Max(place => Math.Max(Math.Abs(place.X), Math.Abs(place.Y))) + Margin);

    public void Places(ulong seed, int mission, Span<Vector2> places) => (mission == 0 ? starts : goals).CopyTo(places);
}
