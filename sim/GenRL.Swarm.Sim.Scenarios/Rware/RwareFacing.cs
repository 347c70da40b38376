namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>Where a robot looks: rows grow downwards.</summary>
internal enum RwareFacing : byte
{
    Up,
    Down,
    Left,
    Right,
}

/// <summary>Turns on the spot.</summary>
internal static class RwareTurns
{
    /// <summary>A quarter to the left.</summary>
    public static RwareFacing ToLeft(this RwareFacing facing) => facing switch
    {
        RwareFacing.Up => RwareFacing.Left,
        RwareFacing.Left => RwareFacing.Down,
        RwareFacing.Down => RwareFacing.Right,
        _ => RwareFacing.Up,
    };

    /// <summary>A quarter to the right.</summary>
    public static RwareFacing ToRight(this RwareFacing facing) => facing switch
    {
        RwareFacing.Up => RwareFacing.Right,
        RwareFacing.Right => RwareFacing.Down,
        RwareFacing.Down => RwareFacing.Left,
        _ => RwareFacing.Up,
    };
}
