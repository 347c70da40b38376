namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>What stands on each cell: kept up with every change, so that neither traffic nor views search.</summary>
internal sealed class RwareFloor(RwareMap map)
{
    /// <summary>A shelf is on the cell, standing or carried.</summary>
    private const byte Shelf = 1;

    /// <summary>It is wanted.</summary>
    private const byte Wanted = 2;

    /// <summary>A robot's facing plus one, from here upwards.</summary>
    private const int RobotShift = 2;

    private readonly ushort[] _robots = new ushort[map.Cells];
    private readonly ushort[] _shelves = new ushort[map.Cells];
    private readonly byte[] _codes = new byte[map.Cells];

    /// <summary>How many codes there are: see <see cref="Codes"/>.</summary>
    public const int CodeCount = 5 << RobotShift;

    /// <summary>Per cell, one more than the number of the robot there, or 0.</summary>
    public ReadOnlySpan<ushort> Robots => _robots;

    /// <summary>Per cell, the number of the shelf there, from 1, or 0.</summary>
    public ReadOnlySpan<ushort> Shelves => _shelves;

    /// <summary>Per cell, all that a robot without messages sees of it.</summary>
    public ReadOnlySpan<byte> Codes => _codes;

    /// <summary>What a code means: who looks where, if anybody is there, whether a shelf is there and whether it is wanted.</summary>
    public static (RwareFacing? Robot, bool Shelf, bool Wanted) Meaning(int code) =>
        (code >> RobotShift is > 0 and var facing ? (RwareFacing)(facing - 1) : null, (code & Shelf) != 0, (code & Wanted) != 0);

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        Array.Clear(_robots);
        Array.Clear(_shelves);
        Array.Clear(_codes);
    }

    /// <summary>Puts a robot on a cell without one, or turns the one that is there.</summary>
    public void PutRobot(int cell, int robot, RwareFacing facing)
    {
        _robots[cell] = (ushort)(robot + 1);
        _codes[cell] = (byte)((_codes[cell] & (Shelf | Wanted)) | (((int)facing + 1) << RobotShift));
    }

    /// <summary>Takes the robot off a cell.</summary>
    public void TakeRobot(int cell)
    {
        _robots[cell] = 0;
        _codes[cell] &= Shelf | Wanted;
    }

    /// <summary>Puts a shelf on a cell without one.</summary>
    public void PutShelf(int cell, ushort shelf, bool wanted)
    {
        _shelves[cell] = shelf;
        _codes[cell] |= wanted ? (byte)(Shelf | Wanted) : Shelf;
    }

    /// <summary>Takes the shelf off a cell.</summary>
    public void TakeShelf(int cell)
    {
        _shelves[cell] = 0;
        _codes[cell] &= unchecked((byte)~(Shelf | Wanted));
    }

    /// <summary>Says whether the shelf on a cell is wanted.</summary>
    public void MarkShelf(int cell, bool wanted) => _codes[cell] = (byte)((_codes[cell] & ~Wanted) | (wanted ? Wanted : 0));
}
