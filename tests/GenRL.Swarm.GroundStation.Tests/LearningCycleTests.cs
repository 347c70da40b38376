using System.Net.WebSockets;
using System.Text;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.GroundStation.Cycle;
using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Records;

namespace GenRL.Swarm.GroundStation.Tests;

public sealed class LearningCycleTests
{
    [Fact]
    public async Task Logs_ThatArrive_EndInAFleetThatFliesWhatWasLearnedFromThem()
    {
        await using var station = await StartAsync();
        var phases = new List<StationPhase>();
        station.Bus.Subscribe(Topics.Station("demo", "phase"), BusDelivery.Latched, (_, payload) =>
        {
            FleetMessages.Read(payload, out StationPhase? phase);
            lock (phases)
            {
                phases.Add(phase!);
            }
        });
        GateRequest? asked = null;
        station.Evaluate = request =>
        {
            asked = request;
            return new GateEvidence(Station.Evidence(2), Station.Evidence(1.5));
        };

        await LearnAsync(station);
        await FlyUntil(station, () => station.Get<Releases>().List().Count == 2 && station.Get<Releases>().Active!.Parent is not null);

        var old = Assert.Single(station.Get<Releases>().List(), r => r.State == ReleaseState.Retired);
        Assert.Equal(old.Release, station.Get<Releases>().Active!.Parent);
        Assert.Equal(["b.mcap"], asked!.HeldOutLogs.Select(p => Path.GetFileName(p)));
        Assert.True(File.Exists(asked.HeldOutLogs[0]));
        lock (phases)
        {
            Assert.Contains(phases, p => p.Detail == "world model loss 0.1" && Math.Abs(p.Progress - 0.35) < 1e-9);
            Assert.All(phases, p => Assert.Equal("B", p.Phase));
        }
    }

    [Fact]
    public async Task Gate_ThatRefuses_LeavesTheFleetAsItIsAndSaysWhy()
    {
        await using var station = await StartAsync();
        station.Evaluate = _ => new GateEvidence(Station.Evidence(1), Station.Evidence(1.5));

        await LearnAsync(station);
        await FlyUntil(station, () => station.Get<Releases>().List().Any(r => r.State == ReleaseState.Refused));

        Assert.Contains("tick time p50", Assert.Single(station.Get<GateReports>().List()).Reasons[0], StringComparison.Ordinal);
        Assert.Contains("tick time p50", await station.Http.GetStringAsync("/gate-reports"), StringComparison.Ordinal);
        Assert.Null(station.Get<StationRecords>().Rollouts.Latest);
    }

    [Fact]
    public async Task LearningProcess_ThatFails_IsSaidAndNotTriedAgainWithTheSameLogs()
    {
        await using var station = await Station.StartAsync(new LearningOptions { Command = ["sh", "-c", "echo too short >&2; exit 3"], LogsPerCycle = 2 });
        await SendLogs(station);

        await Station.Until(() => station.Get<FleetEvents>().Latest().Any(e => e.Text.Contains("code 3: too short", StringComparison.Ordinal)));

        Assert.False(station.Get<LearnStep>().Ready);
    }

    [Fact]
    public async Task LearningProcess_Cancelled_IsKilledWithAllThatItStarted()
    {
        await using var station = await Station.StartAsync(withFirst: false);
        using var cancel = new CancellationTokenSource();
        var pid = 0;

        var run = station.Get<LearnerProcess>().RunAsync(
            ["sh", "-c", "sleep 600 & echo \"{\\\"stage\\\":\\\"$!\\\",\\\"progress\\\":0}\"; echo nonsense; wait"],
            line =>
            {
                pid = int.Parse(line.Stage);
                cancel.Cancel();
            },
            cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await Station.Until(() => !File.Exists($"/proc/{pid}/stat") || File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ThatConnects_IsServedAndSentSnapshots()
    {
        await using var station = await Station.StartAsync();
        var release = station.Get<Releases>().Active!.Release;
        Assert.Contains("GenRL.Swarm", await station.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("HubConnectionBuilder", await station.Http.GetStringAsync("/signalr.min.js"), StringComparison.Ordinal);

        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(station.Http.BaseAddress!) { Scheme = "ws", Path = "/live" }.Uri, default);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, default);
        station.Say(Station.Status(5, release));

        var text = "";
        var buffer = new byte[64 * 1024];
        while (!text.Contains("\"x_metres\":5,", StringComparison.Ordinal))
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(), default);
            text = text[Math.Max(0, text.Length - 100_000)..] + Encoding.UTF8.GetString(buffer, 0, got.Count);
        }

        Assert.Contains("\"target\":\"snapshot\"", text, StringComparison.Ordinal);
        Assert.Contains($"\"release\":\"{release}\"", text, StringComparison.Ordinal);
    }

    /// <summary>The learning process is a shell script: it tells one line of progress and copies a bundle, once that is there.</summary>
    private static async Task<Station> StartAsync()
    {
        const string Script = """
            echo '{"stage":"world model","progress":0.5,"detail":"loss 0.1"}'
            while [ "$1" != --out ]; do shift; done
            until [ -e "$2.made/manifest.json" ]; do sleep 0.05; done
            mv "$2.made" "$2"
            """;
        return await Station.StartAsync(new LearningOptions { Command = ["sh", "-c", Script, "learner"], LogsPerCycle = 2 });
    }

    /// <summary>Sends two logs and makes the bundle that the learning process waits for, which names the first of them.</summary>
    private static async Task LearnAsync(Station station)
    {
        var trainedOn = await SendLogs(station);
        var made = station.Bundle("made", 2, station.Get<Releases>().Active!.Release, trainedOn);
        await Station.Until(() => station.Get<Logs>().List().Count == 2);
        Directory.Move(made, Path.Combine(station.Folder, "candidates", $"{station.Get<Logs>().List()[^1].Received.ToUnixTimeMilliseconds()}.made"));
    }

    private static async Task<string> SendLogs(Station station)
    {
        await Station.Until(() => station.Get<TimeProvider>().GetUtcNow() > station.Get<Releases>().Active!.Changed.AddMilliseconds(2));
        var first = new Upload(station.Http, "r1", "a.mcap", Upload.Content(1000));
        using var a = await first.PutAsync();
        using var b = await new Upload(station.Http, "r2", "b.mcap", Upload.Content(1000, seed: 2)).PutAsync();
        return first.Sha256;
    }

    private static Task FlyUntil(Station station, Func<bool> so)
    {
        var offers = new Dictionary<int, ReleaseId>();
        station.Bus.Subscribe(Topics.AllRobots("demo", Topics.ReleaseOffer), BusDelivery.Latched, (topic, payload) =>
        {
            FleetMessages.Read(payload, out ReleaseOffer? offer);
            Topics.TryRobot(topic, out var robot);
            lock (offers)
            {
                offers[robot.Value] = new ReleaseId(offer!.Release);
            }
        });
        return Station.Until(so, () =>
        {
            lock (offers)
            {
                foreach (var robot in (int[])[1, 2])
                {
                    station.Say(Station.Status(robot, offers.GetValueOrDefault(robot, station.Get<Releases>().Active!.Release), goodTicks: 99));
                }
            }
        });
    }
}
