namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>Counts one world's episodes.</summary>
internal struct EpisodeTally
{
    private int _length;
    private float _return;

    /// <summary>What the last finished episode came to.</summary>
    public EpisodeStatistics Last { get; private set; }

    /// <summary>Counts a step, and the episode if it ended.</summary>
    /// <param name="reward">Summed over agents.</param>
    /// <param name="end">How the step left the episode.</param>
    public void Count(float reward, EpisodeEnd end)
    {
        _length++;
        _return += reward;
        if (end != EpisodeEnd.None)
        {
            Last = new EpisodeStatistics(Last.Episodes + 1, _length, _return);
            (_length, _return) = (0, 0f);
        }
    }
}
