using System.Diagnostics;
using System.Globalization;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>Steps an environment with random actions, draws included, and counts. Episodes end and start as they do.</summary>
internal sealed class SimMeasurement : IDisposable
{
    private const int Sample = 16;
    private const double WarmUpSeconds = 0.5;

    private readonly IEnvironment _environment;
    private readonly ActionDraws _draws;
    private readonly float[] _observations;
    private readonly float[] _rewards;
    private readonly EpisodeEnd[] _ends;

    public SimMeasurement(SimRow row, int worlds, int threads)
    {
        (Row, Worlds, Threads) = (row, worlds, threads);
        _environment = ScenarioCatalog.Find(row.Scenario).Create(new ScenarioRequest(worlds, row.Agents, threads));
        var shape = _environment.Shape;
        _draws = new ActionDraws(shape, 1);
        (_observations, _rewards, _ends) = (new float[shape.ObservationLength], new float[shape.RewardLength], new EpisodeEnd[worlds]);
        _environment.Reset(1, _observations);
    }

    private SimRow Row { get; }

    private int Worlds { get; }

    private int Threads { get; }

    /// <summary>Steps for about so many seconds.</summary>
    public SimFigures Run(double seconds)
    {
        // Until the runtime has compiled what is hot with what it has seen.
        var chunk = Chunk();
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < WarmUpSeconds;)
        {
            Step(chunk);
        }

        chunk = Chunk();
        long steps = 0;
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        do
        {
            Step(chunk);
            steps += (long)chunk * Worlds;
        }
        while (watch.Elapsed.TotalSeconds < seconds);

        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var shape = _environment.Shape;
        var border = sizeof(float) * (shape.ActionsPerWorld + shape.ObservationsPerWorld + shape.Agents);
        var bytes = border + 1d + (2d * _environment.SnapshotSize);
        return new SimFigures(
            Row.Scenario, shape.Agents, Worlds, Threads, steps / watch.Elapsed.TotalSeconds, steps / spent, bytes, (long)(border + _environment.SnapshotSize) * Worlds, Note());
    }

    public void Dispose() => _environment.Dispose();

    private void Step(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            _draws.Draw();
            _environment.Step(_draws.Actions.AsSpan(0, _environment.Shape.ActionLength), _observations, _rewards, _ends);
        }
    }

    /// <summary>So many steps that the clock is read about every 10 ms.</summary>
    private int Chunk()
    {
        Step(Sample);
        var watch = Stopwatch.StartNew();
        Step(Sample);
        return Math.Clamp((int)(0.01 / (watch.Elapsed.TotalSeconds / Sample)), 1, 100_000);
    }

    private string Note()
    {
        if (_environment is not WorldsEnvironment worlds || worlds[0] is not RobotariumWorld)
        {
            return "";
        }

        var tallies = Enumerable.Range(0, Worlds).Select(world => ((RobotariumWorld)worlds[world]).CertificateTally).ToList();
        var solves = tallies.Sum(tally => tally.Solves);
        return solves == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"{100d * tallies.Sum(tally => tally.Infeasible + tally.GivenUp) / solves:F2} % unsolved, {(double)tallies.Sum(tally => tally.ActiveRows) / solves:F1} rows active");
    }
}
