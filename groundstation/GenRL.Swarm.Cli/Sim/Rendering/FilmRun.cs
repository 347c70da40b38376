using GenRL.Swarm.Cli.Sim.Running;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Pictures.Films;

namespace GenRL.Swarm.Cli.Sim.Rendering;

/// <summary>Films a rollout.</summary>
internal static class FilmRun
{
    /// <summary>The start and up to <paramref name="steps"/> steps.</summary>
    /// <param name="rollout">At its start.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="oneEpisode">Whether to stop with the last picture of the first episode.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Heeded between steps.</param>
    public static Film Take(Rollout rollout, int steps, bool oneEpisode, ProgressLine? progress, CancellationToken cancellationToken)
    {
        var camera = new Camera(rollout.Environment);
        camera.FilmStart();
        for (var step = 1; step <= steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rollout.Step();
            if (oneEpisode && rollout.Ends[0] != EpisodeEnd.None)
            {
                break;
            }

            camera.FilmStep(rollout.Rewards, rollout.Ends);
            if (progress?.IsDue == true)
            {
                progress.Show($"render: {step} of {steps} steps");
            }
        }

        return camera.Film;
    }
}
