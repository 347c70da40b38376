using GenRL.Swarm.Onboard.Hardware.Bus;
using GenRL.Swarm.Onboard.Hardware.HandOver;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>Tells status 5 times a second, beside the control thread.</summary>
internal sealed class StatusTeller(TripleBuffer<FlightSnapshot> snapshots, StatusBuilder builder, RobotVoice voice, TimeProvider time)
{
    private const int PerWindow = 50;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    /// <summary>Tells until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Period, time);
        var any = false;
        for (var n = 0; await timer.WaitForNextTickAsync(stop); n++)
        {
            any |= snapshots.Refresh();
            if (!any)
            {
                continue;
            }

            Tell(n);
        }
    }

    private void Tell(int n)
    {
        voice.Say(builder.Status(snapshots.Reading));
        if (n % PerWindow == PerWindow - 1)
        {
            builder.BeginWindow();
        }
    }
}
