using System.Numerics;

namespace GenRL.Swarm.Onboard.Actuation;

/// <summary>
/// Mean of the commands that acted since the last tick. The command of the step that a tick belongs to has only just left, so that it
/// counts for the next tick.
/// </summary>
internal sealed class ExecutedCommand
{
    private Vector2 _sum;
    private Vector2 _latest;
    private int _count;

    /// <summary>Takes in the command of one control step.</summary>
    public void Add(Vector2 command)
    {
        _sum += command;
        _latest = command;
        _count++;
    }

    /// <summary>The mean over the commands before the latest, and starts the next tick's mean with that one. Zero when there is none.</summary>
    public Vector2 Take()
    {
        var mean = _count > 1 ? (_sum - _latest) / (_count - 1) : Vector2.Zero;
        _sum = _latest;
        _count = Math.Min(_count, 1);
        return mean;
    }
}
