namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>
/// Decides who of the robots that want to move may. Each names the cell it wants to enter; seen as an edge from its own cell, the edges form trees
/// and rings. Behind a robot that stays, nobody moves. Two that want to swap stay, and all behind them. In a larger ring all move, and nobody
/// behind. In a tree that ends in a free cell, the robots of the longest queue move; upstream's order among equally long ones comes from the
/// hash order of its graph library, here the robot with the lowest number goes first.
/// </summary>
internal sealed class RwareTraffic(int robots, int cells)
{
    private const int Nobody = -1;

    private readonly int[] _ahead = new int[robots];
    private readonly int[] _behind = new int[robots];
    private readonly int[] _length = new int[robots];
    private readonly int[] _pending = new int[robots];
    private readonly int[] _ready = new int[robots];
    private readonly bool[] _stays = new bool[robots];
    private readonly ushort[] _claims = new ushort[cells];

    /// <summary>Which robots go first among equally long queues; empty for those with the lowest numbers. One flag per robot.</summary>
    public bool[] First { get; set; } = [];

    /// <summary>How often <see cref="First"/> decided between equally long queues.</summary>
    public int TiesDecided { get; private set; }

    /// <summary>Decides.</summary>
    /// <param name="named">Per robot, the cell it wants to enter; its own where it stays.</param>
    /// <param name="places">The robots.</param>
    /// <param name="occupants">Per cell, one more than the number of the robot there, or 0.</param>
    /// <param name="moves">Written; who moves; robots that stay do not.</param>
    public void Resolve(ReadOnlySpan<int> named, ReadOnlySpan<RwareRobot> places, ReadOnlySpan<ushort> occupants, Span<bool> moves)
    {
        Look(named, places, occupants);
        var ready = 0;
        for (var i = 0; i < named.Length; i++)
        {
            if (!_stays[i] && _pending[i] == 0)
            {
                _ready[ready++] = i;
            }
        }

        for (var done = 0; done < ready; done++)
        {
            ready = Join(_ready[done], named, ready);
        }

        Choose(named, moves);
    }

    /// <summary>Who stands ahead of whom, and how many wait behind each.</summary>
    private void Look(ReadOnlySpan<int> named, ReadOnlySpan<RwareRobot> places, ReadOnlySpan<ushort> occupants)
    {
        for (var i = 0; i < named.Length; i++)
        {
            (_pending[i], _behind[i], _length[i], _stays[i]) = (0, Nobody, 1, named[i] == places[i].Cell);
        }

        for (var i = 0; i < named.Length; i++)
        {
            _ahead[i] = _stays[i] ? Nobody : occupants[named[i]] - 1;
            if (_ahead[i] != Nobody)
            {
                _pending[_ahead[i]]++;
            }
        }
    }

    /// <summary>A robot whose queue is complete joins the one ahead, or claims the free cell that it wants.</summary>
    /// <returns>Number of robots whose queue is complete.</returns>
    private int Join(int robot, ReadOnlySpan<int> named, int ready)
    {
        var ahead = _ahead[robot];
        if (ahead == Nobody)
        {
            ref var claim = ref _claims[named[robot]];
            claim = GoesBefore(robot, claim - 1) ? (ushort)(robot + 1) : claim;
            return ready;
        }

        if (_stays[ahead])
        {
            return ready;
        }

        if (GoesBefore(robot, _behind[ahead]))
        {
            (_behind[ahead], _length[ahead]) = (robot, _length[robot] + 1);
        }

        if (--_pending[ahead] == 0)
        {
            _ready[ready++] = ahead;
        }

        return ready;
    }

    private void Choose(ReadOnlySpan<int> named, Span<bool> moves)
    {
        moves.Clear();
        for (var i = 0; i < named.Length; i++)
        {
            if (_pending[i] > 0 && !_stays[i])
            {
                moves[i] = _ahead[_ahead[i]] != i;
            }
            else if (!_stays[i] && _claims[named[i]] == i + 1)
            {
                _claims[named[i]] = 0;
                for (var next = i; next != Nobody; next = _behind[next])
                {
                    moves[next] = true;
                }
            }
        }
    }

    private bool GoesBefore(int robot, int other)
    {
        if (other == Nobody || _length[robot] != _length[other])
        {
            return other == Nobody || _length[robot] > _length[other];
        }

        if (First.Length > 0 && First[robot] != First[other])
        {
            TiesDecided++;
            return First[robot];
        }

        return robot < other;
    }
}
