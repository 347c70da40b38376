using GenRL.Swarm.Learning.Evaluation;
using GenRL.Swarm.Learning.Identification;

namespace GenRL.Swarm.Learning;

/// <summary>Errors on the same held-out windows.</summary>
/// <param name="ConstantVelocity">Everybody goes on as they do: what all ratios are to.</param>
/// <param name="Incumbent">The world model that the fleet flew with.</param>
/// <param name="Candidate">The adapted one.</param>
/// <param name="LeastSquares">The identified floor for the ego, constant velocity for the neighbours: the honest baseline.</param>
public sealed record HeldOutScores(PredictionErrors ConstantVelocity, PredictionErrors Incumbent, PredictionErrors Candidate, PredictionErrors LeastSquares);

/// <summary>What an adaptation learned and how good it is.</summary>
/// <param name="Floor">The identified floor.</param>
/// <param name="TrainingTicks">Robot-ticks trained on.</param>
/// <param name="HeldOutTicks">Robot-ticks kept aside.</param>
/// <param name="RelabelledStates">States that the policy was taught.</param>
/// <param name="Scores">Errors on the part kept aside.</param>
public sealed record AdaptationReport(FloorEstimate Floor, int TrainingTicks, int HeldOutTicks, int RelabelledStates, HeldOutScores Scores);
