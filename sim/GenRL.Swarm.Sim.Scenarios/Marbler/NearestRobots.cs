using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>
/// The robots whose observations a robot sees with its own: all others, or the nearest ones, in the order in which numpy's argpartition leaves
/// them, which the authors use: of n wanted, the n + 2 nearest come first, the last of them at its place, the others in no order of distance.
/// </summary>
/// <param name="poses">The robots'.</param>
/// <param name="wanted">Neighbours that a robot sees.</param>
internal sealed class NearestRobots(Poses poses, int wanted)
{
    private const int FewestForSelection = 3;

    private readonly double[] _distances = new double[poses.Count];
    private readonly int[] _order = new int[poses.Count];
    private readonly int[] _nearest = new int[Math.Min(wanted, poses.Count - 1)];

    /// <summary>Number of neighbours that a robot sees.</summary>
    public int Count => _nearest.Length;

    /// <summary>The neighbours of robot <paramref name="robot"/>; valid until the next call.</summary>
    public ReadOnlySpan<int> Of(int robot)
    {
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
            _distances[i] = (poses[i].Position - poses[robot].Position).Length;
        }

        if (Count < _order.Length - 1)
        {
            Partition(Count + 1);
        }

        var found = 0;
        for (var i = 0; found < Count; i++)
        {
            if (_order[i] != robot)
            {
                _nearest[found++] = _order[i];
            }
        }

        return _nearest;
    }

    // Introselect with the median of three, as numpy 1.24 does it up to sizes at which it changes to the median of medians.
    private void Partition(int place)
    {
        var (low, high) = (0, _order.Length - 1);
        if (place - low < FewestForSelection)
        {
            Select(place);
            return;
        }

        if (place == high)
        {
            MoveGreatest(high);
            return;
        }

        while (low + 1 < high)
        {
            MedianToFront(low, high);
            var (left, right) = (low + 1, high);
            var pivot = At(low);
            while (true)
            {
                while (At(++left) < pivot)
                {
                }

                while (pivot < At(--right))
                {
                }

                if (right < left)
                {
                    break;
                }

                Swap(left, right);
            }

            Swap(low, right);
            high = right >= place ? right - 1 : high;
            low = right <= place ? left : low;
        }

        if (high == low + 1 && At(high) < At(low))
        {
            Swap(high, low);
        }
    }

    private void Select(int last)
    {
        for (var i = 0; i <= last; i++)
        {
            var least = i;
            for (var k = i + 1; k < _order.Length; k++)
            {
                least = At(k) < At(least) ? k : least;
            }

            Swap(i, least);
        }
    }

    private void MoveGreatest(int last)
    {
        var greatest = 0;
        for (var k = 1; k <= last; k++)
        {
            greatest = At(k) >= At(greatest) ? k : greatest;
        }

        Swap(last, greatest);
    }

    // The least of the three goes behind the front, where it stops the search from the right.
    private void MedianToFront(int low, int high)
    {
        var middle = low + ((high - low) / 2);
        if (At(high) < At(middle))
        {
            Swap(high, middle);
        }

        if (At(high) < At(low))
        {
            Swap(high, low);
        }

        if (At(low) < At(middle))
        {
            Swap(low, middle);
        }

        Swap(middle, low + 1);
    }

    private double At(int place) => _distances[_order[place]];

    private void Swap(int a, int b) => (_order[a], _order[b]) = (_order[b], _order[a]);
}
