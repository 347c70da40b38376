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

    private readonly Driver[] _drivers = new Driver[robots];
    private readonly int[] _ready = new int[robots];
    private readonly ushort[] _claims = new ushort[cells];

    /// <summary>Which robots go first among equally long queues; empty for those with the lowest numbers. One flag per robot.</summary>
    public bool[] First { get; set; } = [];

    /// <summary>How often <see cref="First"/> decided between equally long queues.</summary>
    public int TiesDecided { get; private set; }

    /// <summary>Takes down the cell that a robot wants to be in: its own where it stays.</summary>
    public void Name(int robot, int cell) => _drivers[robot].Named = cell;

    /// <summary>The cell that a robot wants to be in.</summary>
    public int Named(int robot) => _drivers[robot].Named;

    /// <summary>Whether a robot moves; one that stays does not.</summary>
    public bool Moves(int robot) => _drivers[robot].Moves;

    /// <summary>Decides, when every robot has named a cell.</summary>
    /// <param name="places">The robots.</param>
    /// <param name="occupants">Per cell, one more than the number of the robot there, or 0.</param>
    public void Resolve(ReadOnlySpan<RwareRobot> places, ReadOnlySpan<ushort> occupants)
    {
        if (!Look(places, occupants))
        {
            return;
        }

        var ready = 0;
        for (var i = 0; i < _drivers.Length; i++)
        {
            if (_drivers[i] is { Stays: false, Pending: 0 })
            {
                _ready[ready++] = i;
            }
        }

        for (var done = 0; done < ready; done++)
        {
            ready = Join(_ready[done], ready);
        }

        Choose();
    }

    /// <summary>Who stands ahead of whom, and how many wait behind each.</summary>
    /// <returns>Whether anybody wants to move.</returns>
    private bool Look(ReadOnlySpan<RwareRobot> places, ReadOnlySpan<ushort> occupants)
    {
        var any = false;
        for (var i = 0; i < _drivers.Length; i++)
        {
            ref var driver = ref _drivers[i];
            driver.Stays = driver.Named == places[i].Cell;
            driver.Ahead = driver.Stays ? Nobody : occupants[driver.Named] - 1;
            (driver.Pending, driver.Behind, driver.Length, driver.Moves) = (0, Nobody, 1, false);
            any |= !driver.Stays;
        }

        for (var i = 0; any && i < _drivers.Length; i++)
        {
            if (_drivers[i].Ahead != Nobody)
            {
                _drivers[_drivers[i].Ahead].Pending++;
            }
        }

        return any;
    }

    /// <summary>A robot whose queue is complete joins the one ahead, or claims the free cell that it wants.</summary>
    /// <returns>Number of robots whose queue is complete.</returns>
    private int Join(int robot, int ready)
    {
        ref readonly var driver = ref _drivers[robot];
        if (driver.Ahead == Nobody)
        {
            ref var claim = ref _claims[driver.Named];
            claim = GoesBefore(robot, claim - 1) ? (ushort)(robot + 1) : claim;
            return ready;
        }

        ref var ahead = ref _drivers[driver.Ahead];
        if (ahead.Stays)
        {
            return ready;
        }

        if (GoesBefore(robot, ahead.Behind))
        {
            (ahead.Behind, ahead.Length) = (robot, driver.Length + 1);
        }

        if (--ahead.Pending == 0)
        {
            _ready[ready++] = driver.Ahead;
        }

        return ready;
    }

    private void Choose()
    {
        for (var i = 0; i < _drivers.Length; i++)
        {
            ref var driver = ref _drivers[i];
            if (driver.Stays)
            {
                continue;
            }

            if (driver.Pending > 0)
            {
                driver.Moves = _drivers[driver.Ahead].Ahead != i;
            }
            else if (_claims[driver.Named] == i + 1)
            {
                _claims[driver.Named] = 0;
                for (var next = i; next != Nobody; next = _drivers[next].Behind)
                {
                    _drivers[next].Moves = true;
                }
            }
        }
    }

    private bool GoesBefore(int robot, int other)
    {
        if (other == Nobody)
        {
            return true;
        }

        if (_drivers[robot].Length != _drivers[other].Length)
        {
            return _drivers[robot].Length > _drivers[other].Length;
        }

        if (First.Length > 0 && First[robot] != First[other])
        {
            TiesDecided++;
            return First[robot];
        }

        return robot < other;
    }

    /// <summary>What is known of one robot while it is decided.</summary>
    private struct Driver
    {
        /// <summary>The cell that it wants to be in.</summary>
        public int Named;

        /// <summary>The robot on that cell.</summary>
        public int Ahead;

        /// <summary>The first of the longest queue behind it.</summary>
        public int Behind;

        /// <summary>Robots of that queue, itself among them.</summary>
        public int Length;

        /// <summary>Robots behind it whose queues are not complete.</summary>
        public int Pending;

        /// <summary>Whether it wants to stay.</summary>
        public bool Stays;

        /// <summary>Whether it moves.</summary>
        public bool Moves;
    }
}
