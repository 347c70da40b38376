using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;
using GenRL.Swarm.Registry.Storage;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Registry.Tests;

public sealed class RegistryTests : IDisposable
{
    private static readonly ReleaseId A = Make.Release('a');
    private static readonly ReleaseId B = Make.Release('b');

    private readonly TempFolder _temp = new();
    private readonly ManualTime _time = new();
    private RegistryDatabase _database;

    public RegistryTests() => _database = RegistryDatabase.Open(_temp["registry.db"], _time);

    private Releases Releases => new(_database);

    public void Dispose()
    {
        _database.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Releases_ThroughTheirStates_KeepOneActiveAndOnePerFloor()
    {
        Releases.Add(A, Make.Manifest());
        Releases.Pass(A);
        Releases.Activate(A);
        _time.Advance(TimeSpan.FromSeconds(1));
        Releases.Add(B, Make.Manifest("steel hall", A));
        Assert.Null(Releases.KeptFor("steel hall"));
        Releases.Pass(B);
        Releases.Activate(B);
        Reopen();

        Assert.Equal(B, Releases.Active!.Release);
        Assert.Equal(A, Releases.Active.Parent);
        Assert.Equal(ReleaseState.Retired, Releases.Find(A)!.State);
        Assert.Equal(A, Releases.KeptFor("nominal")!.Release);
        Assert.Equal(B, Releases.KeptFor("steel hall")!.Release);
        Assert.Equal([B, A], Releases.List().Select(r => r.Release));

        Releases.Activate(A);
        Assert.Equal(A, Releases.Active!.Release);
    }

    [Fact]
    public void Releases_ForbiddenSteps_ThrowAndChangeNothing()
    {
        Releases.Add(A, Make.Manifest());
        Assert.Throws<InvalidOperationException>(() => Releases.Activate(A));
        Assert.Throws<InvalidOperationException>(() => Releases.Activate(B));
        Releases.Refuse(A, "too slow");
        Assert.Throws<InvalidOperationException>(() => Releases.Pass(A));
        Releases.Add(A, Make.Manifest());
        Reopen();

        Assert.Equal((ReleaseState.Refused, "too slow"), (Releases.Find(A)!.State, Releases.Find(A)!.Reason));
        Assert.Null(Releases.KeptFor("nominal"));
    }

    [Fact]
    public void Activate_OfAReleaseThatMayNot_LeavesTheFormerActive()
    {
        Releases.Add(A, Make.Manifest());
        Releases.Pass(A);
        Releases.Activate(A);
        Releases.Add(B, Make.Manifest());

        Assert.Throws<InvalidOperationException>(() => Releases.Activate(B));

        Assert.Equal(A, Releases.Active!.Release);
    }

    [Fact]
    public void Logs_SameContentOrSameName_CountOnce()
    {
        var logs = new Logs(_database);
        Assert.True(logs.Add(A.Hex, new RobotId(1), "a.mcap", 10));
        Assert.False(logs.Add(A.Hex, new RobotId(1), "again.mcap", 10));
        Assert.False(logs.Add(B.Hex, new RobotId(1), "a.mcap", 10));
        Reopen();

        Assert.Equal(new LogRecord(A.Hex, new RobotId(1), "a.mcap", 10, _time.GetUtcNow()), Assert.Single(new Logs(_database).List()));
        Assert.Equal(A.Hex, new Logs(_database).Find(new RobotId(1), "a.mcap")!.Sha256);
        Assert.Null(new Logs(_database).Find(new RobotId(2), "a.mcap"));
    }

    [Fact]
    public void Robots_SavedTwice_KeepTheLastStatusAndWhenItCame()
    {
        new Robots(_database).Save(Make.Status(1, A, 1));
        _time.Advance(TimeSpan.FromSeconds(5));
        new Robots(_database).Save(Make.Status(1, B, 2));
        Reopen();

        var robot = Assert.Single(new Robots(_database).List());
        Assert.Equal((new RobotId(1), B, 2L, _time.GetUtcNow()), (robot.Robot, robot.Release, robot.Status.Tick.Count, robot.Seen));
    }

    [Fact]
    public void Rollouts_AfterAKill_GoOnWhereTheyWere()
    {
        Releases.Add(A, Make.Manifest());
        var ledger = new RolloutLedger(_database);
        var rollout = ledger.Add(Rollout.Begin(A, B, [new(0), new(1)], _time.GetUtcNow()));
        ledger.Save(rollout.Observed(Make.Status(0, A, 5), new RolloutOptions(), _time.GetUtcNow()));
        Reopen();

        ledger = new RolloutLedger(_database);
        var resumed = ledger.Latest!;
        Assert.Equal(MemberState.Adopted, resumed.Members[0].State);
        Assert.Equal(A, resumed.OfferFor(new RobotId(0)));
        Assert.Throws<InvalidOperationException>(() => ledger.Add(rollout));

        ledger.Save(resumed.Reported(Make.Report(0, A, Contracts.Fleet.ReleaseReportState.RolledBack), _time.GetUtcNow()));
        Assert.Equal(2, ledger.Add(rollout).Number);
        Assert.Equal([RolloutStage.Canary, RolloutStage.Stopped], ledger.List().Select(r => r.Stage));
    }

    [Fact]
    public async Task Gate_BetterCandidate_IsPassedAndRecorded()
    {
        Releases.Add(A, Make.Manifest());
        var report = await Gate(new GateEvidence(Make.Evidence('b'), Make.Evidence())).ExamineAsync(A, Request(), new Progress<double>(), default);
        Reopen();

        Assert.True(report.Passed);
        Assert.Equal(ReleaseState.Passed, Releases.Find(A)!.State);
        Assert.Equal(200, Assert.Single(new GateReports(_database).List()).Evidence!.Candidate.Identified.Episodes);
    }

    [Fact]
    public async Task Gate_WorseCandidate_IsRefusedWithBothFiguresRecorded()
    {
        Releases.Add(A, Make.Manifest());
        var slow = Make.Evidence() with { TickP50Milliseconds = double.NaN };
        await Gate(new GateEvidence(Make.Evidence('b'), slow)).ExamineAsync(A, Request(), new Progress<double>(), default);
        Reopen();

        Assert.Equal(ReleaseState.Refused, Releases.Find(A)!.State);
        Assert.Equal("tick time p50 in ms: candidate NaN, incumbent 1.5, allowed 1.65", Releases.Find(A)!.Reason);
        Assert.False(Assert.Single(new GateReports(_database).List()).Passed);
    }

    [Fact]
    public async Task Gate_CandidateThatCannotBeFlown_IsRefused()
    {
        Releases.Add(A, Make.Manifest());

        var report = await Gate(evidence: null).ExamineAsync(A, Request(), new Progress<double>(), default);

        Assert.Equal(["cannot be flown: wrong shape"], report.Reasons);
        Assert.Equal(ReleaseState.Refused, Releases.Find(A)!.State);
    }

    [Fact]
    public void Open_DatabaseOfANewerVersion_IsRefused()
    {
        _database.Execute("PRAGMA user_version = 99");
        _database.Dispose();

        Assert.Throws<InvalidDataException>(() => RegistryDatabase.Open(_temp["registry.db"], _time));
        _database = RegistryDatabase.Open(_temp["other.db"], _time);
    }

    private static GateRequest Request() => new("incumbent", "candidate", [], 200, 200, 7);

    private ReleaseGate Gate(GateEvidence? evidence) => new(new FixedEvaluator(evidence), Releases, new GateReports(_database));

    /// <summary>Opens the file a second time while the first connection was never closed in order: what a kill leaves.</summary>
    private void Reopen()
    {
        foreach (var file in Directory.GetFiles(_temp.Path, "registry.db*"))
        {
            File.Copy(file, file.Replace("registry", "killed", StringComparison.Ordinal), overwrite: true);
        }

        _database.Dispose();
        _database = RegistryDatabase.Open(_temp["killed.db"], _time);
    }

    private sealed class FixedEvaluator(GateEvidence? evidence) : IEvaluator
    {
        public Task<GateEvidence> EvaluateAsync(GateRequest request, IProgress<double> progress, CancellationToken cancellationToken) =>
            evidence is null ? throw new InvalidDataException("wrong shape") : Task.FromResult(evidence);
    }
}
