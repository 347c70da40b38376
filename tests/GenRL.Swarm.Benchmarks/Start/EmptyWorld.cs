using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Hardware;

namespace GenRL.Swarm.Benchmarks.Start;

/// <summary>A robot that stands still, with three neighbours in sight and a goal, 50 sensor frames a second.</summary>
internal sealed class EmptyWorld : IAsyncDisposable
{
    public static readonly RobotId Robot = new(0);

    private const string Fleet = "demo-4";

    private readonly CancellationTokenSource _stop = new();
    private readonly FleetClock _clock = new(TimeProvider.System);
    private readonly ISwarmBus _bus;
    private readonly Task _running;

    public EmptyWorld(ISwarmBus bus)
    {
        _bus = bus;
        Span<byte> goal = stackalloc byte[GoalCodec.Length];
        GoalCodec.Write(new GoalAssignment(1, new Vector2(2f, 1f), Active: true), goal);
        bus.Publish(bus.Topic(Topics.Robot(Fleet, Robot, Topics.Goal)), goal, BusDelivery.Latched);
        _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var topic = _bus.Topic(Topics.Robot(Fleet, Robot, Topics.Sensors));
        var frame = new SensorFrame { MaxRange = 3f, RayCount = 32, NeighbourCount = 3 };
        frame.Ranges.AsSpan(0, 32).Fill(3f);
        for (ushort i = 0; i < 3; i++)
        {
            frame.Neighbours[i] = new SensedNeighbour(new RobotId((ushort)(i + 1)), new Vector2(1f, i), Vector2.Zero, 0.12f);
        }

        var bytes = new byte[SensorCodec.MaxLength];
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(PlanShape.StepSeconds));
        for (var n = 0L; !_stop.IsCancellationRequested; n++)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            frame.Stamp = _clock.Now;
            _bus.Publish(topic, bytes.AsSpan(0, SensorCodec.Write(new StepNumber(n), frame, bytes)), BusDelivery.BestEffort);
        }
    }
}
