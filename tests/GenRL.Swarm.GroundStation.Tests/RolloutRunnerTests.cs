using System.Net;
using System.Net.Http.Json;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.GroundStation.Distribution;
using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.GroundStation.Tests;

public sealed class RolloutRunnerTests : IAsyncLifetime
{
    private readonly Dictionary<int, string> _offers = [];
    private readonly Dictionary<int, ReleaseId> _seen = [];
    private Station _station = null!;
    private ReleaseId _old;
    private ReleaseId _new;

    public async ValueTask InitializeAsync()
    {
        _station = await Station.StartAsync();
        Listen();
        _old = _station.Get<Releases>().Active!.Release;
        var intake = _station.Get<ReleaseIntake>();
        var folder = _station.Bundle("next", 2, _old);
        _new = intake.Propose(folder).Release;
        _station.Get<Releases>().Pass(_new);
        intake.Sign(_new, folder);
    }

    public ValueTask DisposeAsync() => _station.DisposeAsync();

    [Fact]
    public async Task Robots_ThatAppear_AreOfferedTheActiveReleaseWithItsAddress()
    {
        await Station.Until(() => Offer(4) == _old, () => _station.Say(Station.Status(4, _old)));

        var manifest = await _station.Http.GetByteArrayAsync(new Uri(new Uri(_offers[4]), $"releases/{_old}/manifest"));
        Assert.Equal(_old, ReleaseId.Of(manifest));
    }

    [Fact]
    public async Task Rollout_HealthyRobots_ReachesAllAndActivates()
    {
        await BeginAsync();
        await Station.Until(() => Offer(1) == _new, Fly);
        Assert.Equal(_old, Offer(2));

        await Station.Until(() => Latest.Stage == RolloutStage.Completed, Fly);

        await Station.Until(() => _station.Get<Releases>().Active!.Release == _new);
        Assert.Equal(ReleaseState.Retired, _station.Get<Releases>().Find(_old)!.State);
        Assert.Contains("\"stage\":\"Completed\"", await _station.Http.GetStringAsync("/rollouts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollout_CanaryRollsBack_ReturnsItAndRetiresTheRelease()
    {
        await BeginAsync();
        await Station.Until(() => Offer(1) == _new, Fly);

        _station.Say(new ReleaseReport(1, _new.Hex, ReleaseReportState.RolledBack, "missed ticks"));

        await Station.Until(() => Latest.Stage == RolloutStage.Stopped && Offer(1) == _old);
        Assert.Equal("r1 rolled back: missed ticks", Latest.Reason);
        await Station.Until(() => _station.Get<Releases>().Find(_new)!.State == ReleaseState.Retired);
        Assert.Equal(_old, _station.Get<Releases>().Active!.Release);
        Assert.Equal(_old, Offer(2));
    }

    [Fact]
    public async Task Rollout_StationKilledHalfway_TellsAllRobotsAgainAndCompletes()
    {
        await BeginAsync();
        await Station.Until(() => Offer(1) == _new, Fly);

        await _station.RestartAsync(_seen.Clear);
        Listen();

        await Station.Until(() => Latest.Stage == RolloutStage.Completed, Fly);
        await Station.Until(() => Offer(1) == _new && Offer(2) == _new);
    }

    [Fact]
    public async Task Post_WhatCannotBeRolledOut_IsRefusedWithTheReason()
    {
        await Refused(new { release = "abc" }, HttpStatusCode.BadRequest, "not a release");
        await Refused(new { release = new string('0', 64) }, HttpStatusCode.Conflict, "may not be rolled out");
        await Refused(new { release = _new.Hex }, HttpStatusCode.Conflict, "not online");
        await BeginAsync();
        await Refused(new { release = _new.Hex }, HttpStatusCode.Conflict, "another rollout is open");
    }

    [Fact]
    public async Task Listener_BadMessages_AreCountedAndChangeNothing()
    {
        var robot = new RobotId(1);
        _station.Send(robot, Topics.Status, "nonsense"u8.ToArray());
        _station.Send(robot, Topics.Status, FleetMessages.Write(Station.Status(2, _old)));
        _station.Send(robot, Topics.Status, FleetMessages.Write(Station.Status(1, _old) with { XMetres = float.NaN }));
        _station.Send(robot, Topics.ReleaseReport, FleetMessages.Write(new ReleaseReport(2, _new.Hex, ReleaseReportState.Adopted, "")));

        var fleet = _station.Get<FleetState>();
        await Station.Until(() => fleet.Rejected.Count == 4);

        Assert.Equal(["release-report: WrongSender", "status: Malformed", "status: NotFinite", "status: WrongSender"], fleet.Rejected.Keys.Order());
        Assert.Empty(fleet.Robots);
    }

    private Rollout Latest => _station.Get<RolloutLedger>().Latest!;

    private ReleaseId? Offer(int robot)
    {
        lock (_offers)
        {
            return _seen.TryGetValue(robot, out var release) ? release : null;
        }
    }

    private void Listen() => _station.Bus.Subscribe(Topics.AllRobots("demo", Topics.ReleaseOffer), BusDelivery.Latched, (topic, payload) =>
    {
        Assert.Equal(FleetMessageError.None, FleetMessages.Read(payload, out ReleaseOffer? offer));
        Assert.True(Topics.TryRobot(topic, out var robot));
        lock (_offers)
        {
            _offers[robot.Value] = offer!.BaseUrl;
            _seen[robot.Value] = new ReleaseId(offer.Release);
        }
    });

    /// <summary>Both robots fly what they are offered.</summary>
    private void Fly()
    {
        foreach (var robot in (int[])[1, 2])
        {
            _station.Say(Station.Status(robot, Offer(robot) ?? _old, goodTicks: 99));
        }
    }

    private async Task BeginAsync()
    {
        await Station.Until(() => _station.Get<FleetState>().Online().Count == 2 && Offer(1) == _old && Offer(2) == _old, Fly);
        using var answer = await _station.Http.PostAsJsonAsync("/rollouts", new { release = _new.Hex });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task Refused(object body, HttpStatusCode status, string reason)
    {
        using var answer = await _station.Http.PostAsJsonAsync("/rollouts", body);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
