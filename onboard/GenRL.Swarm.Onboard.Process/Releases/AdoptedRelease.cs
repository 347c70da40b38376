using System.Text;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>
/// The release that the robot flies after a restart: the last that passed its trial, in one line of the file <c>adopted</c>. Written atomically: a kill at any
/// point leaves the old one or the new one.
/// </summary>
internal sealed class AdoptedRelease(string storeFolder)
{
    private readonly string _path = Path.Combine(storeFolder, "adopted");

    /// <summary>The release; null when none was adopted yet, or the file holds something else.</summary>
    public ReleaseId? Read()
    {
        var line = File.Exists(_path) ? File.ReadAllText(_path).TrimEnd('\n') : "";
        return ReleaseId.IsWellFormed(line) ? new ReleaseId(line) : null;
    }

    /// <summary>Makes <paramref name="release"/> the one.</summary>
    public void Write(ReleaseId release) => AtomicFile.Write(_path, Encoding.ASCII.GetBytes(release.Hex + "\n"));
}
