using System.Globalization;
using System.Net;
using System.Text;

namespace Amparo.Statistics.MultipleSystems.Panels;

/// <summary>The panel as a picture: a line for each method with its interval and its estimate, on one scale. Readable in black and white.</summary>
public static class PanelPicture
{
    private const int Width = 760;
    private const int Left = 170;
    private const int Right = 24;
    private const int RowHeight = 34;
    private const int Top = 54;

    /// <summary>An SVG document, with the figures as texts and a description for who cannot see it.</summary>
    /// <param name="verdict">At least one finding.</param>
    public static string Draw(PanelVerdict verdict)
    {
        var rows = verdict.Findings;
        double[] ends = [verdict.Seen, .. rows.SelectMany(f => new[] { f.Estimate ?? 0, f.Interval is { } i && double.IsFinite(i.Upper) ? i.Upper : 0 })];
        var step = Step(ends.Max());
        var most = step * double.Ceiling(ends.Max() * 1.02 / step);
        var bottom = Top + rows.Count * RowHeight;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {bottom + 58}" font-family="sans-serif" font-size="13" role="img">""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"<title>{verdict.Seen:N0} seen; {(verdict.Reportable ? "reportable as a range" : "not reportable")}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<desc>{Text(string.Join(" ", rows.Select(Sentence)))}</desc>\n");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{bottom + 58}" fill="#fff"/>""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="12" y="24" font-weight="bold">Whole population by method: {(verdict.Reportable ? "reportable as a range" : "not reportable")}</text>""").Append('\n');
        for (var tick = 0.0; tick <= most; tick += step)
            svg.Append(CultureInfo.InvariantCulture, $"""<path d="M{X(tick)} {Top - 10}V{bottom}" stroke="#ccc"/><text x="{X(tick)}" y="{bottom + 18}" text-anchor="middle" fill="#444">{tick:N0}</text>""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<path d="M{X(verdict.Seen)} {Top - 10}V{bottom}" stroke="#000" stroke-dasharray="4 3"/><text x="{X(verdict.Seen)}" y="{bottom + 40}" text-anchor="middle">seen {verdict.Seen:N0}</text>""").Append('\n');
        for (var row = 0; row < rows.Count; row++)
            Row(svg, rows[row], Top + row * RowHeight + RowHeight / 2);
        return svg.Append("</svg>\n").ToString();

        string X(double value) => (Left + (Width - Left - Right) * double.Min(value, most) / most).ToString("0.#", CultureInfo.InvariantCulture);

        void Row(StringBuilder to, Finding finding, int y)
        {
            to.Append(CultureInfo.InvariantCulture, $"""<text x="12" y="{y + 4}">{Text(finding.Method)} {Figure(finding)}</text>""").Append('\n');
            if (finding.Interval is { } interval)
                to.Append(CultureInfo.InvariantCulture, $"""<path d="M{X(interval.Lower)} {y}H{X(interval.Upper)}M{X(interval.Lower)} {y - 5}v10M{X(interval.Upper)} {y - 5}v10" stroke="#000" stroke-width="1.5"/>""").Append('\n');
            foreach (var model in finding.Weighed.Take(3).Where(_ => finding.Estimate is not null))
                to.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(model.Estimate)}" cy="{y}" r="3" fill="#fff" stroke="#000"><title>{Text(model.Model)}: {model.Estimate:N0}</title></circle>""").Append('\n');
            if (finding.Estimate is { } estimate)
                to.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(estimate)}" cy="{y}" r="5"{(finding.IsLowerBound ? " fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"" : "")}/>""").Append('\n');
        }
    }

    private static string Figure(Finding finding) => finding.Estimate is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{(finding.IsLowerBound ? "≥ " : "")}{value:N0}") : "no estimate";

    private static string Sentence(Finding finding) => finding.Interval is { } ends
        ? string.Create(CultureInfo.InvariantCulture, $"{finding.Method}: {Figure(finding)}, {ends.Lower:N0} to {ends.Upper:N0}.") : $"{finding.Method}: {Figure(finding)}.";

    // A fifth of the range at the most, as 1, 2 or 5 of a power of ten.
    private static double Step(double most)
    {
        double power = 1;
        while (power * 10 < most / 5)
            power *= 10;
        return power * (most / 5 > power * 5 ? 10 : most / 5 > power * 2 ? 5 : most / 5 > power ? 2 : 1);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
