using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Onboard.Hardware.Bus;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.HotSwap;
using GenRL.Swarm.Onboard.Process.Control;
using GenRL.Swarm.Onboard.Process.Driving;
using GenRL.Swarm.Onboard.Process.Tests.Flights;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Onboard.Process.Tests.Control;

/// <summary>A robot's control loop on an in-process bus, stepped by the test, with a real tick log.</summary>
internal sealed class RobotRig : IAsyncDisposable
{
    public static readonly RobotAddress Address = new("test", new RobotId(0));
    public static readonly AgentOptions Body = new(Address.Robot, 0.12f, 1f, new ShieldOptions(), 7);

    private readonly SensorFrame _frame = new() { MaxRange = 3f, RayCount = 32 };
    private readonly byte[] _bytes = new byte[SensorCodec.MaxLength];
    private readonly BusTopic _sensors;
    private readonly TickLogWriter _writer;
    private long _step;

    public RobotRig(TempFolder folder, HealthOptions? health = null)
    {
        var files = folder["rig-bundle"];
        RandomBundle.Write(files, RandomBundle.Files(1));
        First = ModelBundle.Load(files, new ReleaseId(new string('1', 64)), ModelBundleOptions.Default);
        Clock = new FleetClock(Time);
        Ports = new RobotPorts(Bus, Address, Clock);
        Agent = new SwarmAgent(Body, First);
        Releases = new ReleaseSwitch(Agent, new HealthMonitor(health ?? new HealthOptions()));
        _writer = TickLogWriter.ToFolder(
            folder["logs"], new RunHeader(Address.Robot, "test", 7, "sim", First.Id, "{}", new Dictionary<string, string>()), null, Time);
        Flight = new FlightLog(_writer);
        Loop = new ControlLoop(
            Ports, Agent, Releases, Flight, Account, new HelloTeller(Address.Robot, new BodyOptions(KinematicsKind.Holonomic, 0.12f, 1f, 3f), Ports.Voice));
        _sensors = Bus.Topic(Topics.Robot("test", Address.Robot, Topics.Sensors));
        _frame.Ranges.AsSpan(0, 32).Fill(3f);
        Bus.Subscribe(Topics.AllRobots("test", Topics.Command), BusDelivery.BestEffort, (_, bytes) =>
        {
            Assert.Equal(FrameError.None, CommandCodec.TryRead(bytes, out var frame));
            Command = frame;
        });
    }

    public ManualTime Time { get; } = new();

    public InProcessBus Bus { get; } = new();

    public DriverAccount Account { get; } = new();

    public FleetClock Clock { get; }

    public RobotPorts Ports { get; }

    public ModelBundle First { get; }

    public SwarmAgent Agent { get; }

    public ReleaseSwitch Releases { get; }

    public FlightLog Flight { get; }

    public ControlLoop Loop { get; }

    public CommandFrame Command { get; private set; }

    public Vector2 Position { get => _frame.Ego.Position; set => _frame.Ego = _frame.Ego with { Position = value }; }

    /// <summary>Gives the robot a goal and waits until it has arrived.</summary>
    public async Task SendAsync(GoalAssignment goal)
    {
        var bytes = new byte[GoalCodec.Length];
        GoalCodec.Write(goal, bytes);
        var before = Ports.Goals.Frames[FrameError.None];
        Bus.Publish(Bus.Topic(Topics.Robot("test", Address.Robot, Topics.Goal)), bytes, BusDelivery.Latched);
        await Eventually.HoldsAsync(() => Ports.Goals.Frames[FrameError.None] > before, () => "no goal");
    }

    /// <summary>Puts a neighbour at rest into the next sensor frames.</summary>
    public void See(RobotId robot, Vector2 position)
    {
        _frame.NeighbourCount = 1;
        _frame.Neighbours[0] = new SensedNeighbour(robot, position, Vector2.Zero, 0.12f);
    }

    /// <summary>How the robot was at its latest tick.</summary>
    public FlightSnapshot Snapshot()
    {
        _ = Loop.Snapshots.Refresh();
        return Loop.Snapshots.Reading;
    }

    /// <summary>20 ms pass, and a new sensor frame arrives.</summary>
    public void Sense()
    {
        Time.Advance(TimeSpan.FromMilliseconds(20));
        _frame.Stamp = Clock.Now;
        var length = SensorCodec.Write(new StepNumber(_step++), _frame, _bytes);
        var before = Ports.Sensors.Frames[FrameError.None];
        Bus.Publish(_sensors, _bytes.AsSpan(0, length), BusDelivery.BestEffort);
        Assert.True(SpinWait.SpinUntil(() => Ports.Sensors.Frames[FrameError.None] > before, TimeSpan.FromSeconds(30)), "no sensors");
    }

    /// <summary>One plan tick's time: five steps, a tick.</summary>
    public void Tick()
    {
        for (var i = 0; i < PlanShape.StepsPerTick; i++)
        {
            Sense();
            Loop.Step();
        }

        Loop.Tick();
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Dispose();
        await Bus.DisposeAsync();
    }
}
