using Microsoft.AspNetCore.Http;

namespace Amparo.Platform.Kit;

/// <summary>What this page asks, in the order of the page: the error summary stands above the fields and names them all the same.</summary>
internal sealed class Asked
{
    private readonly List<(string Name, string Label)> _questions = [];

    public static Asked On(HttpContext http)
    {
        if (http.Items[typeof(Asked)] is not Asked asked)
            http.Items[typeof(Asked)] = asked = new Asked();
        return asked;
    }

    public void Add(string name, string label) => _questions.Add((name, label));

    public int PlaceOf(string name) => _questions.FindIndex(question => question.Name == name) is var place && place < 0 ? int.MaxValue : place;

    public string? LabelOf(string name) => _questions.Find(question => question.Name == name).Label;
}
