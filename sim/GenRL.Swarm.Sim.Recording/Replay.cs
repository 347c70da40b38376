using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Recording;

/// <summary>Simulates a recorded run again, from its seed and its actions, and compares every world after every step.</summary>
public static class Replay
{
    /// <summary>Replays a recording.</summary>
    /// <param name="recording">At its start.</param>
    /// <param name="environment">Of the recording's scenario; stays the caller's.</param>
    /// <param name="seen">Told each step's number, rewards and ends, after it; draws, counts, throws to stop.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or of a scenario that has changed since.</exception>
    public static ReplayResult Run(RecordingReader recording, IEnvironment environment, Action<int, float[], EpisodeEnd[]> seen)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(seen);
        var (run, shape) = (recording.Run, environment.Shape);
        Require("worlds", run.Worlds, shape.Worlds);
        Require("agents", run.Agents, shape.Agents);
        Require("numbers per action", run.ActionLength, shape.ActionLength);
        Require("bytes of state", run.SnapshotSize, environment.SnapshotSize);
        var observations = new float[shape.ObservationLength];
        var rewards = new float[shape.RewardLength];
        var ends = new EpisodeEnd[shape.Worlds];
        var hashes = new ulong[shape.Worlds];
        var hash = new StateHash(environment);
        var steps = 0;
        foreach (var step in recording.Steps())
        {
            if (step.Number == 0)
            {
                environment.Reset(run.Seed, observations);
            }
            else
            {
                environment.Step(step.Actions, observations, rewards, ends);
            }

            steps = step.Number;
            hash.Of(observations, rewards, ends, hashes);
            var world = hashes.AsSpan().CommonPrefixLength(step.Hashes);
            if (world < hashes.Length)
            {
                return new ReplayResult(steps, world);
            }

            seen(steps, rewards, ends);
        }

        return new ReplayResult(steps, null);
    }

    private static void Require(string what, int recorded, int now)
    {
        if (recorded != now)
        {
            throw new InvalidDataException($"the scenario has changed since it was recorded: {recorded} {what} then, {now} now");
        }
    }
}
