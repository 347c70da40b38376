using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.GroundStation.Cycle;
using GenRL.Swarm.GroundStation.Evaluation;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;
using Microsoft.Extensions.Logging.Abstractions;

namespace GenRL.Swarm.GroundStation.Tests.Evaluation;

public sealed class SimEvaluatorTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public SimEvaluatorTests() => OnnxRuntimeLibrary.Load();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Measure_ABundleAgainstItself_GivesEqualEvidence()
    {
        var logs = Flights.Record(_temp["logs"], Floor.Nominal);

        var (incumbent, candidate) = Measure(Flights.Pretrained, logs, identified: 4, nominal: 2);

        Assert.Equal(4, candidate.Identified.Episodes);
        Assert.Equal(2, candidate.Nominal.Episodes);
        Assert.Equal(4, candidate.Identified.Successes);
        Assert.InRange(candidate.Identified.MeanTimeToGoalSeconds, 1, 8);
        Assert.True(candidate.TickP50Milliseconds > 0);
        Assert.Equal(incumbent.Identified, candidate.Identified);
        Assert.Equal(incumbent.Nominal, candidate.Nominal);
        Assert.Equal(incumbent.PredictionErrorRatios, candidate.PredictionErrorRatios);
        Assert.Equal(incumbent.Release, candidate.Release);
    }

    [Fact]
    public void Measure_ABundleOfRandomWeights_IsWorse()
    {
        RandomBundle.Write(_temp["random"], RandomBundle.Files());
        var logs = Flights.Record(_temp["logs"], Floor.Nominal);

        var (incumbent, candidate) = Measure(_temp["random"], logs, identified: 6, nominal: 0);

        Assert.NotEqual(incumbent.Release, candidate.Release);
        Assert.True(candidate.Identified.Successes < incumbent.Identified.Successes, $"{candidate.Identified} against {incumbent.Identified}");
        Assert.True(candidate.PredictionErrorRatios["neighbour_1.0s"] > incumbent.PredictionErrorRatios["neighbour_1.0s"]);
    }

    [Fact]
    public void Measure_TheFloorIsTheOneThatTheCandidateNames()
    {
        RandomBundle.Write(_temp["steel"], RandomBundle.Files(actuator: Floor.SteelHall.Actuators));

        var (incumbent, _) = Measure(_temp["steel"], logs: [], identified: 1, nominal: 1);

        Assert.NotEqual(incumbent.Nominal, incumbent.Identified);
    }

    [Fact]
    public void Load_ACandidateWithAFloorThatNoWorldCanHave_IsRefused()
    {
        var floor = ActuatorModel.Nominal with { Delay = 30f };
        RandomBundle.Write(_temp["late"], RandomBundle.Files(actuator: floor));

        var refusal = Assert.Throws<InvalidDataException>(() => Measure(_temp["late"], logs: [], identified: 1, nominal: 0));
        Assert.Contains("elay", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnIncumbentThatCannotBeFlown_IsNotTheCandidatesFault() => Assert.Throws<InvalidOperationException>(
        () => new GateTrial(new GateRequest(_temp["nothing"], Flights.Pretrained, [], 1, 0, 7)));

    [Fact]
    public void Checked_AnErrorThatIsNotANumber_IsRefused()
    {
        using var contender = new Contender(Flights.Pretrained, reason => new InvalidDataException(reason));

        var refusal = Assert.Throws<InvalidDataException>(() => contender.Checked(new Dictionary<string, double> { ["ego_0.5s"] = double.NaN }));
        Assert.Contains("ego_0.5s", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvaluateAsync_InItsOwnProcess_ReportsProgressAndEvidence()
    {
        var progress = new List<double>();
        var request = new GateRequest(Flights.Pretrained, Flights.Pretrained, [], 1, 1, 7);

        var evidence = await Evaluator().EvaluateAsync(request, new Listed(progress), Cancellation);

        Assert.Equal([0.5, 1], progress);
        Assert.Equal(1, evidence.Candidate.Identified.Episodes);
        Assert.Equal(evidence.Incumbent.Identified, evidence.Candidate.Identified);
    }

    [Fact]
    public async Task EvaluateAsync_ACandidateWithABrokenGraph_NamesTheReason()
    {
        var files = RandomBundle.Files();
        files["propose.onnx"] = files["propose.onnx"][..1000];
        RandomBundle.Write(_temp["broken"], files);
        var request = new GateRequest(Flights.Pretrained, _temp["broken"], [], 1, 0, 7);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Evaluator().EvaluateAsync(request, new Listed([]), Cancellation));
        Assert.Contains("propose", refusal.Message, StringComparison.Ordinal);
    }

    private static SimEvaluator Evaluator() => new(new LearnerProcess(NullLogger<LearnerProcess>.Instance));

    private static (BundleEvidence Incumbent, BundleEvidence Candidate) Measure(string candidate, IReadOnlyList<string> logs, int identified, int nominal)
    {
        using var trial = new GateTrial(new GateRequest(Flights.Pretrained, candidate, logs, identified, nominal, 7));
        var evidence = trial.Measure(new Listed([]), Cancellation);
        return (evidence.Incumbent, evidence.Candidate);
    }

    private sealed class Listed(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
