namespace GenRL.Swarm.Sim.Parity.Rware;

/// <summary>
/// The shelves that upstream drew in one step. Goals are served in their order, and a file stores the queue only after the last of them: a shelf that
/// was drawn for one goal while it stood on a later one is delivered there at once, and shows in the rewards alone.
/// </summary>
/// <param name="standing">The shelf on each goal; 0 for none.</param>
/// <param name="queue">What was wanted before the step.</param>
/// <param name="after">What the file says is wanted after it.</param>
/// <param name="isPaid">Whether the file pays for these goals' deliveries, told by goal.</param>
internal sealed class RwareDraws(int[] standing, int[] queue, int[] after, Func<bool[], bool> isPaid)
{
    private readonly int[] _queue = [.. queue];
    private readonly bool[] _delivered = new bool[standing.Length];
    private readonly Stack<int> _drawn = new();

    /// <summary>The shelves drawn, in order; null if none lead to the file's queue and rewards.</summary>
    public int[]? Find() => Serve(0) ? [.. _drawn.Reverse()] : null;

    private bool Serve(int goal)
    {
        if (goal == standing.Length)
        {
            return _queue.AsSpan().SequenceEqual(after) && isPaid(_delivered);
        }

        var place = standing[goal] == 0 ? -1 : Array.IndexOf(_queue, standing[goal]);
        _delivered[goal] = place >= 0;
        return place < 0 ? Serve(goal + 1) : standing[(goal + 1)..].Prepend(after[place]).Any(next => Draw(goal, place, next));
    }

    private bool Draw(int goal, int place, int next)
    {
        if (next == 0 || _queue.Contains(next))
        {
            return false;
        }

        var before = _queue[place];
        _queue[place] = next;
        _drawn.Push(next);
        _delivered[goal] = true;
        if (Serve(goal + 1))
        {
            return true;
        }

        _ = _drawn.Pop();
        _queue[place] = before;
        return false;
    }
}
