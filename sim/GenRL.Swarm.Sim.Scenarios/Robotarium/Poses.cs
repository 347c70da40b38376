using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Where the robots of a team stand; one array per number, padded to whole vectors. Owned by its world.</summary>
internal sealed class Poses
{
    // Whole vectors can be read from any robot on; what is read beyond the last is near nobody.
    private const int Padding = Nearness.Width;
    private const double FarAway = 1e30;

    /// <summary>A team of <paramref name="count"/> robots, all at the origin.</summary>
    public Poses(int count)
    {
        Count = count;
        var padded = count + Padding;
        (X, Y, Heading, Cos, Sin) = (new double[padded], new double[padded], new double[padded], new double[padded], new double[padded]);
        X.AsSpan(count).Fill(FarAway);
        Cos.AsSpan().Fill(1d);
    }

    /// <summary>Number of robots.</summary>
    public int Count { get; }

    /// <summary>m.</summary>
    public double[] X { get; }

    /// <summary>m.</summary>
    public double[] Y { get; }

    /// <summary>rad, in [-pi, pi].</summary>
    public double[] Heading { get; }

    /// <summary>Cosines of the headings.</summary>
    public double[] Cos { get; }

    /// <summary>Sines of the headings.</summary>
    public double[] Sin { get; }

    /// <summary>The pose of robot <paramref name="robot"/>.</summary>
    public Pose this[int robot] => new(X[robot], Y[robot], Heading[robot], Cos[robot], Sin[robot]);

    /// <summary>Puts robot <paramref name="robot"/> somewhere.</summary>
    public void Place(int robot, double x, double y, double heading)
    {
        (X[robot], Y[robot], Heading[robot]) = (x, y, heading);
        (Sin[robot], Cos[robot]) = Math.SinCos(heading);
    }

    /// <summary>Moves the state.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(X.AsSpan(0, Count));
        snapshot.Move(Y.AsSpan(0, Count));
        snapshot.Move(Heading.AsSpan(0, Count));
        snapshot.Move(Cos.AsSpan(0, Count));
        snapshot.Move(Sin.AsSpan(0, Count));
    }
}
