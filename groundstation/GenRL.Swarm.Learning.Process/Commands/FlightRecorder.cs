using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary>Writes the tick logs of one lock-step episode, one file per robot, as the robots themselves would.</summary>
internal sealed class FlightRecorder : IDisposable
{
    private readonly List<TickLogWriter> _writers = [];

    public FlightRecorder(string folder, ReleaseId release, ulong seed, int robots)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < robots; i++)
        {
            var robot = new RobotId((ushort)i);
            var header = new RunHeader(robot, "lockstep", seed, "lockstep", release, "{}", new Dictionary<string, string>());
            _writers.Add(TickLogWriter.ToFile(Path.Combine(folder, $"{seed}-{robot}.mcap"), header, new TickLogOptions { Lockstep = true }));
        }
    }

    /// <summary>Records the step just flown, the world's <paramref name="stepCount"/>-th, and its tick if it had one.</summary>
    public void Record(IReadOnlyList<AgentBrain> brains, long stepCount)
    {
        for (var i = 0; i < brains.Count; i++)
        {
            _writers[i].Append(brains[i].LastStep);
            if ((stepCount - 1) % PlanShape.StepsPerTick == 0)
            {
                _writers[i].Append(brains[i].LastTick);
            }
        }
    }

    public void Dispose()
    {
        foreach (var writer in _writers)
        {
            writer.Dispose();
        }
    }
}
