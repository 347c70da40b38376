namespace GenRL.Swarm.Sim.Reality.Pictures;

/// <summary>What an axis spans.</summary>
/// <param name="Name">What stands beside it, unit included.</param>
/// <param name="Low">Its smallest value.</param>
/// <param name="High">Its largest value, above the smallest.</param>
internal readonly record struct Extent(string Name, double Low, double High)
{
    /// <summary>Round values on the axis, four to eight of them.</summary>
    public IEnumerable<double> Ticks()
    {
        var rough = (High - Low) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 });
        var first = (long)Math.Ceiling((Low / step) - 1e-9);
        var last = (long)Math.Floor((High / step) + 1e-9);
        for (var i = first; i <= last; i++)
        {
            yield return i * step;
        }
    }
}
