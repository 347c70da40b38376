using GenRL.Swarm.Onboard.Process.Driving;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>The thread that flies.</summary>
internal sealed class ControlThread(PeriodicDriver driver)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins; the task ends when the thread does, after <paramref name="stop"/>.</summary>
    public Task StartAsync(CancellationToken stop)
    {
        new Thread(() => Run(stop)) { Name = "control", IsBackground = true }.Start();
        return _ended.Task;
    }

    private void Run(CancellationToken stop)
    {
        try
        {
            driver.Run(stop);
            _ended.SetResult();
        }
        catch (Exception error)
        {
            _ended.SetException(error);
        }
    }
}
