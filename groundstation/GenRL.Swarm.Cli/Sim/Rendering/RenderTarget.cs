using System.Text;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Pictures.Films;
using GenRL.Swarm.Sim.Pictures.Replay;
using GenRL.Swarm.Sim.Pictures.Svg;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Cli.Sim.Rendering;

/// <summary>What a film becomes, by the name of what is to be written.</summary>
internal enum RenderTarget
{
    /// <summary>A page that plays it.</summary>
    Page,

    /// <summary>The last picture of its first episode.</summary>
    Picture,

    /// <summary>A folder with a picture of each frame.</summary>
    Frames,
}

/// <summary>Reads and writes targets.</summary>
internal static class RenderTargets
{
    /// <summary>FILE.html, FILE.svg, or a folder.</summary>
    /// <exception cref="IOException">Another kind of file.</exception>
    public static RenderTarget Of(string path) => Path.GetExtension(path) switch
    {
        ".html" => RenderTarget.Page,
        ".svg" => RenderTarget.Picture,
        "" => RenderTarget.Frames,
        _ when Path.EndsInDirectorySeparator(path) || Directory.Exists(path) => RenderTarget.Frames,
        var other => throw new IOException($"--out: {other} is not drawn: .html, .svg, or a folder"),
    };

    /// <summary>Writes a film, whole or not at all.</summary>
    public static void Write(this Film film, string path, string title, string subtitle, ProgressLine progress, CancellationToken cancellationToken)
    {
        switch (Of(path))
        {
            case RenderTarget.Page:
                AtomicFile.Write(path, HtmlReplay.Of(film, title, subtitle));
                break;
            case RenderTarget.Picture:
                AtomicFile.Write(path, Encoding.UTF8.GetBytes(SvgPicture.Of(film, film.Frames.Count - 1, title)));
                break;
            default:
                using (var folder = new NewFolder(path))
                {
                    for (var frame = 0; frame < film.Frames.Count; frame++)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        progress.Show($"render: {frame} of {film.Frames.Count} pictures");
                        folder.Write($"frame-{frame:D5}.svg", SvgPicture.Of(film, frame, title));
                    }

                    folder.Finish();
                }

                break;
        }
    }
}
