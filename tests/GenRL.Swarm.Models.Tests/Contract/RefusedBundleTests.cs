using System.Text;
using GenRL.Swarm.Models.Contract;
using static GenRL.Swarm.Models.Tests.BrokenBundle;

namespace GenRL.Swarm.Models.Tests.Contract;

public sealed class RefusedBundleTests
{
    [Theory]
    [InlineData("contract.json")]
    [InlineData("golden.json")]
    [InlineData("encode.onnx")]
    [InlineData("predict.onnx")]
    [InlineData("propose.onnx")]
    [InlineData("imagine.onnx")]
    [InlineData("tell.onnx")]
    [InlineData("hear.onnx")]
    public void Load_WithoutAFile_NamesIt(string file)
    {
        var files = Files();
        files.Remove(file);

        AssertRefused(BundleError.MissingFile, file, files);
    }

    [Theory]
    [InlineData("contract.json", "")]
    [InlineData("contract.json", "null")]
    [InlineData("contract.json", "{}")]
    [InlineData("contract.json", "[1,2")]
    [InlineData("golden.json", "")]
    [InlineData("golden.json", "null")]
    [InlineData("golden.json", "{\"seed\": -1, \"graphs\": {}}")]
    [InlineData("golden.json", "{\"seed\": 1, \"graphs\": {}}")]
    [InlineData("golden.json", "{\"seed\": 1, \"graphs\": {\"encode\": null}}")]
    [InlineData("golden.json", "{\"seed\": 1, \"graphs\": {\"encode\": {\"ego_memory_next\": null}}}")]
    [InlineData("golden.json", "{\"seed\": 1, \"graphs\": {\"encode\": {\"ego_memory_next\": \"%%\"}}}")]
    [InlineData("golden.json", "{\"seed\": 1, \"graphs\": {\"encode\": {\"ego_memory_next\": \"AAAA\"}}}")]
    public void Load_AMalformedJsonFile_NamesIt(string file, string text)
    {
        var files = Files();
        files[file] = Encoding.UTF8.GetBytes(text);

        AssertRefused(BundleError.MalformedContract, file, files);
    }

    [Theory]
    [InlineData("\"latent_id\"", "\"surprise\": 1, \"latent_id\"", "surprise")]
    [InlineData("\"floor\": \"test\"", "\"floor\": null", "floor")]
    [InlineData("\"time_constant_seconds\": 0.25", "\"time_constant_seconds\": 0", "time_constant_seconds")]
    [InlineData("\"time_constant_seconds\": 0.25", "\"time_constant_seconds\": 1e9", "time_constant_seconds")]
    [InlineData("\"delay_seconds\": 0", "\"delay_seconds\": -0.1", "delay_seconds")]
    [InlineData("\"delay_seconds\": 0", "\"delay_seconds\": \"NaN\"", "delay_seconds")]
    [InlineData("\"max_speed_metres_per_second\": 1", "\"max_speed_metres_per_second\": 0", "max_speed")]
    [InlineData("\"radius_metres\": 0.12", "\"radius_metres\": 100", "radius_metres")]
    [InlineData("\"gain\": [", "\"gain\": [ 1,", "gain")]
    [InlineData("\"bias_metres_per_second\": [", "\"bias_metres_per_second\": [ 0,", "bias")]
    public void Load_AContractOutOfItsRange_NamesTheKey(string old, string replacement, string key)
    {
        AssertRefused(BundleError.MalformedContract, "contract.json", WithText("contract.json", old, replacement));
        AssertRefused(BundleError.MalformedContract, key, WithText("contract.json", old, replacement));
    }

    [Fact]
    public void Load_AnotherVersion_SaysWhichOneIsKnown() =>
        AssertRefused(BundleError.UnknownVersion, "contract.json: format_version 2, this build knows 1", WithText("contract.json", "\"format_version\": 1", "\"format_version\": 2"));

    [Theory]
    [InlineData("\"horizon\": 15", "\"horizon\": 16")]
    [InlineData("\"memory\": 64", "\"memory\": 32")]
    [InlineData("\"tick_seconds\": 0.1", "\"tick_seconds\": 0.2")]
    public void Load_OtherShapes_IsRefused(string old, string replacement) =>
        AssertRefused(BundleError.ShapeMismatch, "contract.json", WithText("contract.json", old, replacement));

    [Theory]
    [InlineData("propose.onnx", new byte[0])]
    [InlineData("propose.onnx", new byte[] { 1, 2, 3, 4 })]
    [InlineData("hear.onnx", null)]
    public void Load_WhatIsNoGraph_NamesTheFile(string file, byte[]? content)
    {
        var files = Files();
        files[file] = content ?? files[file][..(files[file].Length / 2)];

        AssertRefused(BundleError.MalformedGraph, file, files);
    }

    [Theory]
    [InlineData("tell.onnx", "hear.onnx")]
    [InlineData("encode.onnx", "predict.onnx")]
    [InlineData("imagine.onnx", "propose.onnx")]
    public void Load_AnotherGraphUnderThatName_NamesTheFile(string file, string other)
    {
        var files = Files();
        files[file] = files[other];

        AssertRefused(BundleError.GraphMismatch, file, files);
    }

    [Fact]
    public void Load_AGraphThatGivesNoNumber_NamesTheFile() => AssertRefused(BundleError.NotFinite, "imagine.onnx", WithStep(float.NaN));

    [Fact]
    public void Load_AGraphThatGivesSomethingElse_NamesTheFile() => AssertRefused(BundleError.GoldenMismatch, "imagine.onnx", WithStep(0.12f));

    [Fact]
    public void Load_ADifferenceAsBetweenProcessors_IsTaken() => Load(WithStep(0.1f * (1f + 1e-4f))).Dispose();
}
