namespace Amparo.Cases.Consents;

/// <summary>The panel on a person's page.</summary>
internal sealed record ConsentsOfPerson(PersonId Person, IReadOnlyList<ConsentRow> Rows, bool MayGive, bool MayWithdraw);
