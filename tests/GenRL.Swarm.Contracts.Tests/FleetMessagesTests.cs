using System.Text;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Contracts.Tests;

public sealed class FleetMessagesTests
{
    private static readonly string Release = new('a', 64);

    private static RobotStatus Status => new(
        3, 123, 1.5f, -2f, 0.1f, 0.5f, 0f, 0.2f, new RobotGoal(4, 2f, 2f), [1f, 2f, 3f, 4f], [new ToldIntention(1, [0f, 0f])], Release, 1,
        new ShieldActivity(ShieldReason.Neighbour, 17), new TickHealth(100, 50, 1, 1.5f, 4f), false);

    [Fact]
    public void Status_WrittenAndRead_IsTheSame()
    {
        var bytes = FleetMessages.Write(Status);

        Assert.Equal(FleetMessageError.None, FleetMessages.Read(bytes, out RobotStatus? status));
        Assert.Equal(bytes, FleetMessages.Write(status!));
        Assert.Contains("\"x_metres\":1.5,", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"Neighbour\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Status_EveryTruncation_IsMalformed()
    {
        var bytes = FleetMessages.Write(Status);

        Assert.All(Enumerable.Range(0, bytes.Length), n => Assert.Equal(FleetMessageError.Malformed, FleetMessages.Read(bytes.AsSpan(0, n), out RobotStatus? _)));
    }

    [Fact]
    public void Status_WithValueThatIsNotFinite_IsWrittenButNotRead()
    {
        RobotStatus[] bad =
        [
            Status with { XMetres = float.NaN },
            Status with { PlanMetres = [float.PositiveInfinity, 0f] },
            Status with { Goal = new RobotGoal(1, float.NaN, 0f) },
            Status with { Told = [new ToldIntention(1, [0f, float.NaN])] },
            Status with { Tick = Status.Tick with { P99Milliseconds = float.NaN } },
        ];

        Assert.All(bad, s => Assert.Equal(FleetMessageError.NotFinite, FleetMessages.Read(FleetMessages.Write(s), out RobotStatus? _)));
    }

    [Fact]
    public void Status_WithValueOutOfRange_IsNotRead()
    {
        RobotStatus[] bad =
        [
            Status with { Robot = 4096 },
            Status with { Robot = -1 },
            Status with { Release = "x" },
            Status with { PlanMetres = [1f] },
            Status with { PlanMetres = new float[32] },
            Status with { Told = [.. Enumerable.Repeat(new ToldIntention(1, []), 9)] },
        ];

        Assert.All(bad, s => Assert.Equal(FleetMessageError.OutOfRange, FleetMessages.Read(FleetMessages.Write(s), out RobotStatus? _)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"robot\":1}")]
    public void Any_Nonsense_IsMalformed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.Equal(FleetMessageError.Malformed, FleetMessages.Read(bytes, out RobotStatus? _));
        Assert.Equal(FleetMessageError.Malformed, FleetMessages.Read(bytes, out ReleaseReport? _));
        Assert.Equal(FleetMessageError.Malformed, FleetMessages.Read(bytes, out ReleaseOffer? _));
        Assert.Equal(FleetMessageError.Malformed, FleetMessages.Read(bytes, out StationPhase? _));
        Assert.Equal(FleetMessageError.TooLarge, FleetMessages.Read(new byte[FleetMessages.MaxBytes + 1], out RobotStatus? _));
    }

    [Fact]
    public void Reports_WrittenAndRead_AreTheSame()
    {
        foreach (var state in Enum.GetValues<ReleaseReportState>())
        {
            var report = new ReleaseReport(3, Release, state, "why");
            Assert.Equal(FleetMessageError.None, FleetMessages.Read(FleetMessages.Write(report), out ReleaseReport? read));
            Assert.Equal(report, read);
        }

        Assert.Contains("rolled-back", Encoding.UTF8.GetString(FleetMessages.Write(new ReleaseReport(3, Release, ReleaseReportState.RolledBack, ""))), StringComparison.Ordinal);
        Assert.Equal(
            FleetMessageError.OutOfRange, FleetMessages.Read(FleetMessages.Write(new ReleaseReport(3, "short", ReleaseReportState.Adopted, "")), out ReleaseReport? _));
    }

    [Fact]
    public void OfferAndPhase_WrittenAndRead_AreTheSame()
    {
        var offer = new ReleaseOffer(Release, "https://127.0.0.1:8443/", 5);
        Assert.Equal(FleetMessageError.None, FleetMessages.Read(FleetMessages.Write(offer), out ReleaseOffer? readOffer));
        Assert.Equal(offer, readOffer);
        Assert.Equal(FleetMessageError.OutOfRange, FleetMessages.Read(FleetMessages.Write(offer with { BaseUrl = "https://127.0.0.1:8443" }), out readOffer));

        var phase = new StationPhase("B", "training", 0.5);
        Assert.Equal(FleetMessageError.None, FleetMessages.Read(FleetMessages.Write(phase), out StationPhase? readPhase));
        Assert.Equal(phase, readPhase);
        Assert.Equal(FleetMessageError.OutOfRange, FleetMessages.Read(FleetMessages.Write(phase with { Progress = double.NaN }), out readPhase));
    }
}
