using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Many worlds of bodies: act -> physics -> judge -> start anew where ended -> observe, a tile at a time.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class BodyEnvironment<V> : BatchEnvironment
    where V : unmanaged, ILanes<V>
{
    // Numbers of a tile behind the bodies' and the scenario's.
    private const int Return = 0;
    private const int LastReturn = 1;
    private const int LastLength = 2;
    private const int Episodes = 3;
    private const int OwnCount = 4;

    private readonly BodyScenario<V> _scenario;
    private readonly BodySpec[] _bodies;
    private readonly Physics<V> _physics;
    private readonly TileMemory<V> _memory;
    private readonly V _maxSteps;
    private readonly ThreadLocal<V[]> _wide;
    private readonly V[] _least;
    private readonly V[] _most;

    public BodyEnvironment(BodyScenario<V> scenario, int worlds, int threads)
        : base(new EnvironmentShape(worlds, V.Count, scenario.Actions, scenario.ObservationSizes), threads)
    {
        _scenario = scenario;
        _bodies = [.. scenario.Bodies];
        _physics = new Physics<V>(_bodies, scenario.Physics);
        _memory = new TileMemory<V>(Shape.Tiles, BodyField.First + (_bodies.Length * BodyField.Count) + scenario.Memory + OwnCount);
        _maxSteps = V.All(scenario.MaxSteps);
        _wide = new ThreadLocal<V[]>(() => new V[Shape.ObservationsPerWorld]);
        _least = [.. scenario.Actions.SelectMany(space => Enumerable.Repeat(V.All(space.Least), space.Size))];
        _most = [.. scenario.Actions.SelectMany(space => Enumerable.Range(0, space.Size).Select(i => V.All(space.Most(i))))];
    }

    /// <inheritdoc/>
    public override EpisodeStatistics Statistics(int world)
    {
        var (tile, lane) = Math.DivRem(world, V.Count);
        var own = Own(_memory[tile]);
        return new((int)V.Get(own[Episodes], lane), (int)V.Get(own[LastLength], lane), (float)V.Get(own[LastReturn], lane));
    }

    /// <inheritdoc/>
    public override void Draw(int world, Scene scene)
    {
        var (tile, lane) = Math.DivRem(world, V.Count);
        BodyPicture.Draw(_scenario, Bodies(_memory[tile]), lane, scene);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _wide.Dispose();
    }

    private protected override void ResetTile(int tile, ulong seed, Span<float> observations)
    {
        var numbers = _memory[tile];
        numbers.Clear();
        var bodies = Bodies(numbers);
        for (var lane = 0; lane < V.Count; lane++)
        {
            var stream = new RandomStream(seed, (tile * V.Count) + lane, 0);
            V.Seed(ref bodies.Stream0, ref bodies.Stream1, lane, stream.NextUInt64(), stream.NextUInt64());
        }

        _scenario.Begin(bodies, new Spawn<V>(_bodies, bodies, ~V.All(0d)));
        Observe(bodies, observations);
    }

    [SkipLocalsInit]
    private protected override void StepTile(
        int tile, ReadOnlySpan<float> actions, Span<float> observations, Span<float> rewards, Span<EpisodeEnd> ends)
    {
        var numbers = _memory[tile];
        var bodies = Bodies(numbers);
        Move(bodies, actions);
        Span<V> earned = stackalloc V[Shape.Agents];
        var terminated = _scenario.Judge(bodies, earned);
        var own = Own(numbers);
        ref var steps = ref numbers[0];
        steps += V.All(1d);
        var ended = terminated | (steps >= _maxSteps);
        Count(own, steps, earned, ended);
        Note(terminated, ended, ends);
        if (V.Any(ended))
        {
            steps = V.Select(ended, V.All(0d), steps);
            _scenario.Begin(bodies, new Spawn<V>(_bodies, bodies, ended));
        }

        Deliver(earned, rewards);
        Observe(bodies, observations);
    }

    private protected override void Move(int world, ref Snapshot snapshot)
    {
        var (tile, lane) = Math.DivRem(world, V.Count);
        var size = Unsafe.SizeOf<V>() / V.Count;
        foreach (ref var number in _memory[tile])
        {
            snapshot.Move(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref number, 1)).Slice(lane * size, size));
        }
    }

    [SkipLocalsInit]
    private void Move(Tile<V> bodies, ReadOnlySpan<float> actions)
    {
        Span<V> values = stackalloc V[_physics.ForceCount];
        var forces = new Forces<V>(values);
        forces.Clear();
        Span<V> possible = stackalloc V[Shape.ActionsPerWorld];
        for (var i = 0; i < possible.Length; i++)
        {
            // In this order, so that what is not a number becomes the least.
            possible[i] = V.Min(V.Max(V.Load(actions[(i * V.Count)..]), _least[i]), _most[i]);
        }

        _scenario.Act(bodies, possible, forces);
        _physics.Step(bodies, forces);
    }

    private void Observe(Tile<V> bodies, Span<float> observations)
    {
        if (V.IsSingle)
        {
            _scenario.Observe(bodies, MemoryMarshal.Cast<float, V>(observations));
            return;
        }

        // Not on the stack: many agents see more than fits there.
        var wide = _wide.Value!;
        _scenario.Observe(bodies, wide);
        Deliver(wide, observations);
    }

    private static void Deliver(ReadOnlySpan<V> numbers, Span<float> values)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            V.Store(numbers[i], values[(i * V.Count)..]);
        }
    }

    private static void Count(Span<V> own, V steps, ReadOnlySpan<V> earned, V ended)
    {
        var sum = own[Return];
        foreach (var reward in earned)
        {
            sum += reward;
        }

        own[LastReturn] = V.Select(ended, sum, own[LastReturn]);
        own[LastLength] = V.Select(ended, steps, own[LastLength]);
        own[Episodes] += V.Select(ended, V.All(1d), V.All(0d));
        own[Return] = V.Select(ended, V.All(0d), sum);
    }

    private static void Note(V terminated, V ended, Span<EpisodeEnd> ends)
    {
        var (over, cut) = (V.Bits(terminated), V.Bits(ended));
        if (cut == 0)
        {
            ends.Clear();
            return;
        }

        for (var lane = 0; lane < ends.Length; lane++)
        {
            ends[lane] = (over >> lane & 1) != 0 ? EpisodeEnd.Terminated : (cut >> lane & 1) != 0 ? EpisodeEnd.Truncated : EpisodeEnd.None;
        }
    }

    private static Span<V> Own(Span<V> numbers) => numbers[^OwnCount..];

    private Tile<V> Bodies(Span<V> numbers) => new(numbers[..^OwnCount], _bodies.Length);
}
