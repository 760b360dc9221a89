namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>A release does not fit into what may still be lost; the message says by how much.</summary>
public sealed class BudgetSpentException : Exception
{
    /// <summary>Nothing said.</summary>
    public BudgetSpentException()
    {
    }

    /// <param name="message">What does not fit.</param>
    public BudgetSpentException(string message) : base(message)
    {
    }

    /// <param name="message">What does not fit.</param>
    /// <param name="innerException">What was met.</param>
    public BudgetSpentException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
