using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Hardware;

namespace GenRL.Swarm.Onboard.Process.Tests.Flights;

/// <summary>An empty floor with one robot on it, in real time on a bus: the nominal lag, no walls.</summary>
internal sealed class FakeWorld : IAsyncDisposable
{
    public const string Fleet = "demo-4";
    public static readonly RobotId Robot = new(0);
    private const float Step = PlanShape.StepSeconds;

    private readonly CancellationTokenSource _stop = new();
    private readonly FleetClock _clock = new(TimeProvider.System);
    private readonly ISwarmBus _bus;
    private readonly Task _running;
    private readonly Lock _gate = new();
    private Vector2 _command;
    private Vector2 _position;
    private Vector2 _velocity;
    private ShieldReason _reason;
    private long _commands;

    public FakeWorld(ISwarmBus bus)
    {
        _bus = bus;
        bus.Subscribe(Topics.Robot(Fleet, Robot, Topics.Command), BusDelivery.BestEffort, Receive);
        _running = RunAsync();
    }

    public Vector2 Position
    {
        get
        {
            lock (_gate)
            {
                return _position;
            }
        }
    }

    public Vector2 Command
    {
        get
        {
            lock (_gate)
            {
                return _command;
            }
        }
    }

    /// <summary>What the robot does, for the message of a test that fails.</summary>
    public string Describe => $"{Command} ({_reason}) at {Position} after {Commands} commands";

    public long Commands => Interlocked.Read(ref _commands);

    public void Send(GoalAssignment goal)
    {
        Span<byte> bytes = stackalloc byte[GoalCodec.Length];
        GoalCodec.Write(goal, bytes);
        _bus.Publish(_bus.Topic(Topics.Robot(Fleet, Robot, Topics.Goal)), bytes, BusDelivery.Latched);
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
        var frame = new SensorFrame { MaxRange = 3f, RayCount = 32 };
        frame.Ranges.AsSpan(0, 32).Fill(3f);
        var bytes = new byte[SensorCodec.MaxLength];
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Step));
        for (var n = 0L; !_stop.IsCancellationRequested; n++)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            Move();
            frame.Stamp = _clock.Now;
            frame.Ego = new EgoState(_position, _velocity, 0f, 0f);
            var length = SensorCodec.Write(new StepNumber(n), frame, bytes);
            _bus.Publish(topic, bytes.AsSpan(0, length), BusDelivery.BestEffort);
        }
    }

    private void Move()
    {
        lock (_gate)
        {
            _velocity += (_command - _velocity) * (1f - MathF.Exp(-Step / 0.25f));
            _position += _velocity * Step;
        }
    }

    private void Receive(string topic, ReadOnlySpan<byte> payload)
    {
        Assert.Equal(FrameError.None, CommandCodec.TryRead(payload, out var frame));
        lock (_gate)
        {
            _command = frame.Velocity;
            _reason = frame.Reason;
        }

        Interlocked.Increment(ref _commands);
    }
}
