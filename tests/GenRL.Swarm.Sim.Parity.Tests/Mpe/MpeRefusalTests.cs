using System.Text.Json.Nodes;
using GenRL.Swarm.Sim.Parity.Mpe;

namespace GenRL.Swarm.Sim.Parity.Tests.Mpe;

public sealed class MpeRefusalTests
{
    [Theory]
    [InlineData("env", "\"collect_treasure\"", "env: no rules for \"collect_treasure\"")]
    [InlineData("action_mode", "\"both\"", "action_mode: \"both\"")]
    [InlineData("kwargs", "{\"N\":3,\"gravity\":1}", "kwargs: no rule for gravity")]
    [InlineData("kwargs", "{\"N\":2.5}", "\"kwargs.N\": 2.5 is not a whole number")]
    [InlineData("kwargs", "{\"N\":0}", "kwargs: agents: 0 is less than 1")]
    [InlineData("kwargs", "{\"local_ratio\":2}", "kwargs: local ratio: 2 is not between 0 and 1")]
    [InlineData("kwargs", "{\"N\":4}", "\"init\" is missing")]
    public void What_cannot_be_run_is_named(string field, string value, string reason)
    {
        var file = new JsonObject { ["env"] = "simple_spread", ["action_mode"] = "discrete", ["kwargs"] = new JsonObject(), ["steps"] = new JsonArray() };
        file[field] = JsonNode.Parse(value);

        var (_, failure) = GoldenFolder.Run(new MpeSystem(), file);

        Assert.StartsWith(reason, failure, StringComparison.Ordinal);
    }
}
