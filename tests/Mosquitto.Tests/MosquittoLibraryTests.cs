namespace Mosquitto.Tests;

public sealed class MosquittoLibraryTests
{
    [Fact]
    public void The_installed_version_is_2() => Assert.Equal(2, MosquittoLibrary.Version.Major);

    [Fact]
    public void A_missing_library_names_the_package_and_the_command()
    {
        var error = Assert.Throws<DllNotFoundException>(() => MosquittoLibrary.Load("libmosquitto.so.99"));
        Assert.Equal("libmosquitto.so.99 is not installed: run 'apt-get install libmosquitto1', or './swarm setup'", error.Message);
    }
}
