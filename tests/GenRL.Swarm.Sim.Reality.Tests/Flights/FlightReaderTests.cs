using System.Numerics;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Reality.Tests.Flights;

public sealed class FlightReaderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_GivesBackWhatWasFlown(bool wheels)
    {
        var body = wheels ? RobotBody.DifferentialDrive : RobotBody.Holonomic;
        var flown = Planted.Fly(body, Floor.Nominal, 8, 1) with { Goals = [new FlightGoal(5, 3, new Vector2(1f, 2f)), new FlightGoal(10, null, default)] };
        LogFile.Write(_temp["r0.mcap"], flown);

        var read = FlightReader.Read(_temp["r0.mcap"], body.WheelBase);

        Assert.Equal((body, "r0.mcap", 400), (read.Body, read.Name, read.StepCount));
        Assert.Equal(flown.Segments[0].Steps, Assert.Single(read.Segments).Steps);
        Assert.Equal(flown.Goals, read.Goals);
    }

    [Fact]
    public void Read_WithAStepMissing_CutsThere()
    {
        LogFile.Write(_temp["r0.mcap"], Planted.Fly(RobotBody.Holonomic, Floor.Nominal, 4, 1), step => step.Step.Value != 120);

        var read = FlightReader.Read(_temp["r0.mcap"], 0.16f);

        Assert.Equal([(0L, 120), (121L, 79)], read.Segments.Select(segment => (segment.First, segment.Steps.Length)));
    }

    [Fact]
    public void Read_WithALateStep_CutsThere()
    {
        LogFile.Write(_temp["r0.mcap"], Planted.Fly(RobotBody.Holonomic, Floor.Nominal, 4, 1), step =>
        {
            step.Now = step.Now.Plus(step.Step.Value >= 50 ? 0.015 : 0);
            return true;
        });

        Assert.Equal([50, 150], FlightReader.Read(_temp["r0.mcap"], 0.16f).Segments.Select(segment => segment.Steps.Length));
    }

    [Fact]
    public void Read_WithoutAFile_NamesIt() => AssertRefused("file", "no such file", write: false);

    [Fact]
    public void Read_CutOff_SaysSo() => AssertRefused("file", "cut off", after: bytes => bytes[..(bytes.Length * 2 / 3)]);

    [Fact]
    public void Read_CutOffAnywhere_SaysSo()
    {
        LogFile.Write(_temp["r0.mcap"], Planted.Fly(RobotBody.Holonomic, Floor.Nominal, 0.4, 1));
        var whole = File.ReadAllBytes(_temp["r0.mcap"]);
        for (var length = whole.Length - 1; length > 0; length -= 1 + (whole.Length / 400))
        {
            File.WriteAllBytes(_temp["r0.mcap"], whole[..length]);
            Assert.Equal("file", Assert.Throws<FlightLogException>(() => FlightReader.Read(_temp["r0.mcap"], 0.16f)).Field);
        }
    }

    [Fact]
    public void Read_OfSomethingElse_SaysSo() => AssertRefused("file", "damaged", after: _ => [.. "this is not a log"u8]);

    [Fact]
    public void Read_WithOneByteWrong_SaysSo() => AssertRefused("file", "damaged", after: bytes =>
    {
        bytes[bytes.Length / 2] ^= 0x55;
        return bytes;
    });

    [Fact]
    public void Read_WithoutSteps_SaysSo() => AssertRefused("/step", "no control step", _ => false);

    [Fact]
    public void Read_WithoutACommand_SaysSo() => AssertRefused("verdict.allowed", "not one command", step =>
    {
        step.Verdict = step.Verdict with { Allowed = Vector2.Zero };
        return true;
    });

    [Fact]
    public void Read_WithANonFiniteCommand_NamesFieldAndStep() => AssertRefused("verdict.allowed", "not finite at step 77", step => At77(
        step, s => s.Verdict = new ShieldVerdict(default, new Vector2(0f, float.PositiveInfinity), ShieldReason.None, 1f)));

    [Fact]
    public void Read_WithANonFinitePosition_NamesFieldAndStep() => AssertRefused("sensors.ego.position", "not finite at step 77", step => At77(
        step, s => s.Sensors.Ego = s.Sensors.Ego with { Position = new Vector2(float.NaN, 0f) }));

    [Fact]
    public void Read_WithANonFiniteYawRate_NamesFieldAndStep() => AssertRefused("sensors.ego.yaw_rate", "not finite at step 77", step => At77(
        step, s => s.Sensors.Ego = s.Sensors.Ego with { YawRate = float.NaN }));

    [Fact]
    public void Read_WithoutAConfiguration_SaysSo() => AssertRefused("header.configuration", "", configuration: "{}");

    private static bool At77(StepRecord step, Action<StepRecord> change)
    {
        if (step.Step.Value == 77)
        {
            change(step);
        }

        return true;
    }

    private void AssertRefused(
        string field, string words, Func<StepRecord, bool>? change = null, Func<byte[], byte[]>? after = null, bool write = true, string? configuration = null)
    {
        if (write)
        {
            LogFile.Write(_temp["bad.mcap"], Planted.Fly(RobotBody.Holonomic, Floor.Nominal, 4, 1), change, configuration);
        }

        if (after is not null)
        {
            File.WriteAllBytes(_temp["bad.mcap"], after(File.ReadAllBytes(_temp["bad.mcap"])));
        }

        var error = Assert.Throws<FlightLogException>(() => FlightReader.Read(_temp["bad.mcap"], 0.16f));

        Assert.Equal(("bad.mcap", field), (error.File, error.Field));
        Assert.StartsWith($"bad.mcap: {field}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
