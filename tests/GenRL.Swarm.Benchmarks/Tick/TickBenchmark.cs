using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Benchmarks.Tick;

/// <summary>
/// How long the onboard agent's plan tick and control step take, flying crossings with the shipped bundle, alone on one thread; and how much they
/// allocate once warm. Targets: tick, K = 32, 10 imagined steps, p50 2 ms, p99 8 ms, 0 bytes.
/// </summary>
internal static class TickBenchmark
{
    private const int Episodes = 30;
    private const int WarmUpTicks = 10;

    public static int Run(string[] args)
    {
        Console.WriteLine($"load average {Percentiles.Load()} at the start");
        foreach (var (robots, candidates) in new[] { (4, 16), (4, 32), (4, 64), (8, 32) })
        {
            Measure(robots, candidates);
        }

        Console.WriteLine("target: K = 32 tick p50 <= 2 ms, p99 <= 8 ms; 0 bytes per tick and per step");
        Console.WriteLine($"load average {Percentiles.Load()} at the end");
        return args.Length == 0 ? 0 : 2;
    }

    private static void Measure(int robots, int candidates)
    {
        using var bundle = Pretrained.Load(candidates);
        var brains = Enumerable.Range(0, robots).Select(_ => new MeasuredBrain(bundle)).ToList();
        var runner = new LockStepRunner(new EpisodeOptions { Scenario = ScenarioList.Find("crossing"), Robots = robots }, brains);
        for (var episode = 0; episode < Episodes; episode++)
        {
            runner.Fly((ulong)episode);
        }

        var ticks = brains.SelectMany(brain => brain.Ticks).ToList();
        var steps = brains.SelectMany(brain => brain.Steps).ToList();
        Console.WriteLine($"{robots} robots, K = {candidates}, T = {PlanShape.ImaginedSteps}: {ticks.Count} ticks, {steps.Count} steps");
        Console.WriteLine(Percentiles.Line("  plan tick", ticks, 1e3, "ms"));
        Console.WriteLine(Percentiles.Line("  control step", steps, 1e6, "us"));
        Console.WriteLine($"  bytes allocated per tick {brains.Max(brain => brain.TickBytes)}, per step {brains.Max(brain => brain.StepBytes)} (largest, once warm)");
    }

    /// <summary>The onboard agent with a stop watch and an eye on the heap.</summary>
    private sealed class MeasuredBrain(ModelBundle bundle) : IRobotBrain
    {
        private readonly AgentBrain _agent = new(bundle, new AgentOptions(new RobotId(0), 0.12f, 1f, new ShieldOptions(), 1));
        private int _warm;

        public List<double> Ticks { get; } = new(1 << 16);

        public List<double> Steps { get; } = new(1 << 18);

        public long TickBytes { get; private set; }

        public long StepBytes { get; private set; }

        public long Interventions => _agent.Interventions;

        public void Begin(RobotId robot, ulong seed)
        {
            _warm = 0;
            _agent.Begin(robot, seed);
        }

        public void Assign(in GoalAssignment goal) => _agent.Assign(goal);

        public void Hear(ReadOnlySpan<byte> frame, Stamp heard) => _agent.Hear(frame, heard);

        public System.Numerics.Vector2 Step(Contracts.Perception.SensorFrame sensors, Stamp now)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var command = _agent.Step(sensors, now);
            StepBytes = Math.Max(StepBytes, _warm > WarmUpTicks ? GC.GetAllocatedBytesForCurrentThread() - before : 0);
            Steps.Add(_agent.LastStep.Duration);
            return command;
        }

        public int Tick(Contracts.Perception.SensorFrame sensors, Stamp now, Span<byte> told)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var length = _agent.Tick(sensors, now, told);
            TickBytes = Math.Max(TickBytes, _warm++ > WarmUpTicks ? GC.GetAllocatedBytesForCurrentThread() - before : 0);
            Ticks.Add(_agent.LastTick.Timings.Total);
            return length;
        }
    }
}
