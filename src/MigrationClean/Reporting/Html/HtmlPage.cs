using System.Security.Cryptography;
using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting.Html;

/// <summary>
/// Writes one self-contained page: no request of any kind, no script, light and dark, for print too. Well-formed as XML, so that any tool reads it.
/// </summary>
/// <remarks>Source: outputs §14. Sections are written one after the other; the page is never held as a whole.</remarks>
internal sealed class HtmlPage : IDisposable
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#767676;--soft:#f1f1f1;--act:#8e1b12;--watch:#6b4a00;--bar:#2f6fa7}
        @media (prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#161616;--line:#8f8f8f;--soft:#262626;--act:#ffb3a9;--watch:#ffd98a;--bar:#7db4e6}}
        body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:1.5rem auto;max-width:90rem;padding:0 1rem}
        a{color:inherit}nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.25rem}nav a{display:inline-block;min-height:24px}
        .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem}caption{text-align:start;padding:.25rem 0}
        th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:start;vertical-align:top}thead th{background:var(--soft)}
        td.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}td.act{color:var(--act);font-weight:700}td.watch{color:var(--watch);font-weight:700}
        rect{fill:var(--bar)}svg{display:block}:focus-visible{outline:3px solid var(--bar);outline-offset:2px}
        @page{size:A4 landscape;margin:12mm}@media print{body{margin:0;max-width:none;color:#000;background:#fff}nav{display:none}.wide{overflow:visible}tr{break-inside:avoid}table{font-size:7pt}}
        """;

    private readonly StreamWriter _out;

    /// <summary>Begins the page.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="title">Its title and heading.</param>
    public HtmlPage(Stream output, Language language, string title)
    {
        _out = new(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var style = Style.ReplaceLineEndings("\n");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var lang = language switch { Language.Russian => "ru", Language.Kyrgyz => "ky", _ => "en" };
        _out.WriteLine("<!DOCTYPE html>");
        _out.WriteLine($"<html lang=\"{lang}\" dir=\"ltr\">");
        _out.WriteLine("<head>");
        _out.WriteLine("<meta charset=\"utf-8\" />");
        _out.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\" />");
        _out.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
        _out.WriteLine($"<title>{Escaped(title)}</title>");
        _out.WriteLine($"<style>{style}</style>");
        _out.WriteLine("</head>");
        _out.WriteLine("<body>");
        _out.WriteLine($"<header><h1>{Escaped(title)}</h1></header>");
    }

    /// <summary>Writes links to the sections.</summary>
    public void WriteContents(string label, IEnumerable<(string Id, string Title)> sections)
    {
        _out.WriteLine($"<nav aria-label=\"{Escaped(label)}\"><ul>");
        foreach (var (id, title) in sections) _out.WriteLine($"<li><a href=\"#{Escaped(id)}\">{Escaped(title)}</a></li>");
        _out.WriteLine("</ul></nav>");
        _out.WriteLine("<main>");
    }

    /// <summary>Begins a section.</summary>
    public void BeginSection(string id, string title) => _out.WriteLine($"<section id=\"{Escaped(id)}\" aria-labelledby=\"{Escaped(id)}-h\"><h2 id=\"{Escaped(id)}-h\">{Escaped(title)}</h2>");

    /// <summary>Ends the section.</summary>
    public void EndSection() => _out.WriteLine("</section>");

    /// <summary>Writes a paragraph.</summary>
    public void WriteParagraph(string text) => _out.WriteLine($"<p>{Escaped(text)}</p>");

    /// <summary>Begins a table; it may be scrolled by itself where the page is narrow.</summary>
    /// <param name="label">What it is, for those who hear it.</param>
    /// <param name="headers">Its columns.</param>
    public void BeginTable(string label, IEnumerable<string> headers)
    {
        _out.WriteLine($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Escaped(label)}\"><table>");
        _out.Write("<thead><tr>");
        foreach (var header in headers) _out.Write($"<th scope=\"col\">{Escaped(header)}</th>");
        _out.WriteLine("</tr></thead><tbody>");
    }

    /// <summary>Writes a row: its first cell is its header.</summary>
    public void WriteRow(IEnumerable<HtmlCell> cells)
    {
        _out.Write("<tr>");
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (isFirst) _out.Write($"<th scope=\"row\">{Escaped(cell.Text)}</th>");
            else _out.Write(cell.Class.Length == 0 ? $"<td>{Escaped(cell.Text)}</td>" : $"<td class=\"{cell.Class}\">{Escaped(cell.Text)}</td>");
            isFirst = false;
        }

        _out.WriteLine("</tr>");
    }

    /// <summary>Ends the table.</summary>
    public void EndTable() => _out.WriteLine("</tbody></table></div>");

    /// <summary>Draws bars, the longest as wide as the drawing. The same numbers stand in a table beside it.</summary>
    public void WriteBars(string title, string description, string id, IReadOnlyList<(string Name, double Value)> bars)
    {
        const int Height = 20;
        const int Left = 180;
        const int Length = 400;
        var most = bars.Count == 0 ? 0 : bars.Max(b => b.Value);
        if (most <= 0) return;
        _out.WriteLine($"<svg role=\"img\" aria-labelledby=\"{Escaped(id)}-t {Escaped(id)}-d\" width=\"{Left + Length + 60}\" height=\"{bars.Count * Height}\" viewBox=\"0 0 {Left + Length + 60} {bars.Count * Height}\" xmlns=\"http://www.w3.org/2000/svg\" fill=\"currentColor\" font-size=\"13\">");
        _out.WriteLine($"<title id=\"{Escaped(id)}-t\">{Escaped(title)}</title><desc id=\"{Escaped(id)}-d\">{Escaped(description)}</desc>");
        for (var i = 0; i < bars.Count; i++)
        {
            var width = Number(Math.Max(0, bars[i].Value) / most * Length);
            _out.WriteLine($"<text x=\"{Left - 8}\" y=\"{(i * Height) + 15}\" text-anchor=\"end\">{Escaped(Cut(bars[i].Name))}</text><rect x=\"{Left}\" y=\"{(i * Height) + 3}\" width=\"{width}\" height=\"{Height - 6}\" /><text x=\"{Number(Left + 6 + (Math.Max(0, bars[i].Value) / most * Length))}\" y=\"{(i * Height) + 15}\">{Number(bars[i].Value)}</text>");
        }

        _out.WriteLine("</svg>");
    }

    /// <summary>Ends the page.</summary>
    /// <param name="footer">The last line.</param>
    public void Finish(string footer)
    {
        _out.WriteLine("</main>");
        _out.WriteLine($"<footer><p>{Escaped(footer)}</p></footer>");
        _out.WriteLine("</body>");
        _out.WriteLine("</html>");
    }

    /// <inheritdoc/>
    public void Dispose() => _out.Dispose();

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length > 24 ? $"{text[..23]}…" : text;

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => FindingText.IsXml(rune) ? rune.ToString() : "?",
            });
        return escaped.ToString();
    }
}

/// <summary>A cell of a table of a page.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Class">Classes of the style: <c>n</c> for numbers, <c>act</c>, <c>watch</c>.</param>
internal readonly record struct HtmlCell(string Text, string Class = "");
