using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Identification;

namespace GenRL.Swarm.Sim.Reality.Tests.Identification;

public sealed class IdentificationDocumentTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ToJson_AndBack_IsTheSame(bool wheels)
    {
        var result = SystemIdentification.Identify([wheels
            ? Planted.Fly(RobotBody.DifferentialDrive, Planted.Wheeled, 40, 1) : Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 40, 1)]);
        var document = IdentificationDocument.Of("r0.mcap", result);

        var read = IdentificationDocument.Parse(document.ToJson());

        Assert.Equal(result.Floor, read.Floor.ToFloor());
        Assert.Equal(result.Range, read.Range);
        Assert.Equal(result.Parameters, read.Parameters);
        Assert.Equal(document.ToJson(), read.ToJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"floor\":1}")]
    public void Parse_OfSomethingElse_Throws(string json) => Assert.Throws<InvalidDataException>(() => IdentificationDocument.Parse(json));

    [Fact]
    public void Range_DrawnFrom_StaysWithinItself_AndHoldsTheTruth()
    {
        var result = SystemIdentification.Identify([Planted.Fly(RobotBody.DifferentialDrive, Planted.Wheeled, 60, 1)]);
        var domain = new DomainRandomisation { Measured = result.Range };

        Floor[] drawn = [.. Enumerable.Range(0, 500).Select(i => domain.Draw(result.Floor, 1f, new Agent.RandomStream(3, i, 0)))];

        var (left, wide) = (result.Range.LeftGain!.Value, result.Range.WheelBaseScale!.Value);
        Assert.All(drawn, floor => Assert.InRange(floor.Drive.LeftGain, left.Low, left.High));
        Assert.All(drawn, floor => Assert.InRange(floor.Drive.WheelBaseScale, wide.Low, wide.High));
        Assert.InRange(Planted.Wheeled.Drive.WheelBaseScale, drawn.Min(floor => floor.Drive.WheelBaseScale), drawn.Max(floor => floor.Drive.WheelBaseScale));
    }
}
