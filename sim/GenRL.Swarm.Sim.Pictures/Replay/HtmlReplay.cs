using System.Net;
using System.Text;
using GenRL.Swarm.Sim.Pictures.Films;

namespace GenRL.Swarm.Sim.Pictures.Replay;

/// <summary>A film as one HTML page that needs nothing else: play, scrub, speed, trails, legend, light and dark.</summary>
public static class HtmlReplay
{
    /// <summary>The page, UTF-8.</summary>
    /// <param name="film">At least one frame.</param>
    /// <param name="title">What is seen.</param>
    /// <param name="subtitle">How it came about: seed, policy.</param>
    /// <param name="framesPerSecond">At the page's usual speed.</param>
    public static byte[] Of(Film film, string title, string subtitle, int framesPerSecond = 15)
    {
        ArgumentNullException.ThrowIfNull(film);
        var data = Encoding.UTF8.GetString(FilmJson.Write(film, title, subtitle, framesPerSecond));
        var page = Resource("replay.html").Replace("/*style*/", Resource("replay.css")).Replace("/*script*/", Resource("replay.js")).Split("/*data*/");
        return Encoding.UTF8.GetBytes(page[0].Replace("<!--title-->", WebUtility.HtmlEncode(title)) + data + page[1]);
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlReplay).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
