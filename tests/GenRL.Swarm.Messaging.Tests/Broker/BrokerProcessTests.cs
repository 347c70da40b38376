using System.Net.Sockets;
using GenRL.Swarm.Messaging.Broker;

namespace GenRL.Swarm.Messaging.Tests.Broker;

public sealed class BrokerProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_listens_when_started_and_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var broker = await BrokerProcess.StartAsync(new BrokerOptions { Folder = folder["broker"] }, Cancellation);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(BrokerProcess.Host, broker.Port, Cancellation);
        }

        var id = broker.ProcessId!.Value;
        await broker.DisposeAsync();
        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(id));
        Assert.Empty(Directory.GetFileSystemEntries(folder["broker"]));
    }

    [Fact]
    public async Task A_taken_port_is_an_error_that_says_so()
    {
        using var folder = new TemporaryFolder();
        await using var first = await BrokerProcess.StartAsync(new BrokerOptions { Folder = folder["a"] }, Cancellation);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => BrokerProcess.StartAsync(new BrokerOptions { Folder = folder["b"], Port = first.Port }, Cancellation));
        Assert.Contains("Address already in use", error.Message, StringComparison.Ordinal);
    }
}
