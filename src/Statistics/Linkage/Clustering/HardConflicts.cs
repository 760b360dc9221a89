using Amparo.Statistics.Linkage.Comparing;

namespace Amparo.Statistics.Linkage.Clustering;

/// <summary>What no other evidence outweighs: such records are never put together, not even by way of a third.</summary>
internal sealed class HardConflicts(RecordCoder coder)
{
    private readonly int _sex = SlotOf(coder, FieldRole.Sex);
    private readonly int _document = SlotOf(coder, FieldRole.Document);
    private readonly int _date = coder.Slots.FindIndex(slot => slot.Name == "date of birth");
    private readonly bool _hasTwoSurnames = coder.Slots.Any(slot => slot.Name == "second surname");

    public Conflict Of(ReadOnlySpan<Reading> readings)
    {
        if (!_hasTwoSurnames || (_document >= 0 && readings[_document].Level is 1 or 2))
            return Conflict.None;
        var otherDocument = _document >= 0 && readings[_document].Level == ValueComparison.Different;
        var otherSex = _sex >= 0 && readings[_sex].Level == ValueComparison.Different;
        var otherDate = _date >= 0 && readings[_date].Level >= BirthComparison.HardlyAlike;
        if ((otherSex && otherDate) || (otherDocument && (otherDate || otherSex)))
            return Conflict.Hard;
        var otherGivenNames = readings[0].Level == GivenNames.Different;
        return otherGivenNames && readings[1].Level is > 0 and < Surnames.Different ? Conflict.GivenNames : Conflict.None;
    }

    private static int SlotOf(RecordCoder coder, FieldRole role)
    {
        for (var i = 0; i < coder.Comparisons.Count; i++)
        {
            if (coder.Comparisons[i] is ValueComparison value && value.Role == role)
                return coder.Begin(i);
        }

        return -1;
    }
}
