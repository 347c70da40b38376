using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// All units of a world, allies first: one array per quantity, filled up with dead units so that eight can be taken at a time from any index.
/// A unit is alive while its health is above zero.
/// </summary>
internal sealed class Units
{
    /// <summary>Units taken at a time; fixed, so that every machine sums in the same order.</summary>
    public const int Block = 8;

    private readonly SkirmishOptions _options;

    /// <summary>Units for the teams of <paramref name="options"/>.</summary>
    public Units(SkirmishOptions options)
    {
        _options = options;
        Allies = options.Allies.Length;
        Count = Allies + options.Enemies.Length;
        Padded = (Count + Block - 1) / Block * Block;
        (X, Y, Health, Cooldown, MoveX, MoveY) = (Floats(), Floats(), Floats(), Floats(), Floats(), Floats());
        (LookX, LookY) = (Floats(), Floats());
        (Step, Damage, Range, Sight, Radius, FullHealth, Reload) = (Floats(), Floats(), Floats(), Floats(), Floats(), Floats(), Floats());
        Type = new int[Padded + Block];
        Attack = new int[Padded + Block];
    }

    /// <summary>Number of allies: the index of the first enemy.</summary>
    public int Allies { get; }

    /// <summary>Number of units.</summary>
    public int Count { get; }

    /// <summary>Number of units, rounded up to whole blocks.</summary>
    public int Padded { get; }

    /// <summary>Position, m.</summary>
    public float[] X { get; }

    /// <summary>Position, m.</summary>
    public float[] Y { get; }

    /// <summary>Health that is left.</summary>
    public float[] Health { get; }

    /// <summary>Time until the weapon is ready, s; at or below zero it is.</summary>
    public float[] Cooldown { get; }

    /// <summary>The last step's order to move: direction times share of the full speed.</summary>
    public float[] MoveX { get; }

    /// <summary>The last step's order to move: direction times share of the full speed.</summary>
    public float[] MoveY { get; }

    /// <summary>Where it looks: a unit vector.</summary>
    public float[] LookX { get; }

    /// <summary>Where it looks: a unit vector.</summary>
    public float[] LookY { get; }

    /// <summary>The last step's order to attack, as the action's number; 0 for none.</summary>
    public int[] Attack { get; }

    /// <summary>What it is: a <see cref="UnitType"/>.</summary>
    public int[] Type { get; }

    /// <summary>Way in one tick at full speed, m.</summary>
    public float[] Step { get; }

    /// <summary>Health that its shot takes.</summary>
    public float[] Damage { get; }

    /// <summary>Range of its weapon, m.</summary>
    public float[] Range { get; }

    /// <summary>Range of its sight, m.</summary>
    public float[] Sight { get; }

    /// <summary>Radius of its body, m.</summary>
    public float[] Radius { get; }

    /// <summary>Health at the start.</summary>
    public float[] FullHealth { get; }

    /// <summary>Time that its weapon takes to be ready again, s.</summary>
    public float[] Reload { get; }

    /// <summary>Index of the first unit of a team: 0 allies, 1 enemies.</summary>
    public int First(int team) => team == 0 ? 0 : Allies;

    /// <summary>Index after the last unit of a team.</summary>
    public int End(int team) => team == 0 ? Allies : Count;

    /// <summary>The unit that attack <paramref name="number"/> (from 0) of a unit of <paramref name="team"/> is on: the enemies count allies backwards.</summary>
    public int Target(int team, int number) => team == 0 ? Allies + number : Allies - 1 - number;

    /// <summary>The number (from 0) of the attack of <paramref name="team"/> on <paramref name="target"/>.</summary>
    public int Number(int team, int target) => team == 0 ? target - Allies : Allies - 1 - target;

    /// <summary>Whether a team has nobody left.</summary>
    public bool IsBeaten(int team)
    {
        foreach (var health in Health.AsSpan(First(team)..End(team)))
        {
            if (health > 0f)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes all units fresh: full health, weapons ready, no orders, looking along x.</summary>
    public void Refresh()
    {
        TakeRules();
        FullHealth.AsSpan(0, Count).CopyTo(Health);
        Cooldown.AsSpan().Clear();
        MoveX.AsSpan().Clear();
        MoveY.AsSpan().Clear();
        Attack.AsSpan().Clear();
        LookX.AsSpan().Fill(1f);
        LookY.AsSpan().Clear();
    }

    /// <summary>Moves the fields that the future depends on.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(X.AsSpan(0, Count));
        snapshot.Move(Y.AsSpan(0, Count));
        snapshot.Move(Health.AsSpan(0, Count));
        snapshot.Move(Cooldown.AsSpan(0, Count));
        snapshot.Move(MoveX.AsSpan(0, Count));
        snapshot.Move(MoveY.AsSpan(0, Count));
        snapshot.Move(LookX.AsSpan(0, Count));
        snapshot.Move(LookY.AsSpan(0, Count));
        snapshot.Move(Attack.AsSpan(0, Count));
        snapshot.Move(Type.AsSpan(0, Count));
        if (snapshot.Restores)
        {
            TakeRules();
        }
    }

    /// <summary>Eight entries from <paramref name="index"/> on.</summary>
    public static Vector256<float> Load(float[] array, int index)
    {
        Debug.Assert(index >= 0 && index + Block <= array.Length, "eight entries from there on");
        return Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(array), (nuint)index);
    }

    /// <summary>Writes eight entries from <paramref name="index"/> on.</summary>
    public static void Store(Vector256<float> values, float[] array, int index)
    {
        Debug.Assert(index >= 0 && index + Block <= array.Length, "eight entries from there on");
        values.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(array), (nuint)index);
    }

    private void TakeRules()
    {
        for (var i = 0; i < Count; i++)
        {
            var rules = _options.Units[Type[i]];
            Step[i] = rules.Speed * _options.TickSeconds;
            Damage[i] = rules.Damage;
            Range[i] = rules.Range;
            Sight[i] = rules.Sight;
            Radius[i] = rules.Radius;
            FullHealth[i] = rules.Health;
            Reload[i] = rules.Reload;
        }
    }

    private float[] Floats() => new float[Padded + Block];
}
