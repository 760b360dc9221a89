namespace Amparo.Statistics.MultipleSystems.Files;

/// <summary>A file that cannot be read as a table; the message says where and what to do.</summary>
public sealed class TableFault : Exception
{
    /// <summary>Nothing said.</summary>
    public TableFault()
    {
    }

    /// <param name="message">What is wrong and what to do.</param>
    public TableFault(string message) : base(message)
    {
    }

    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What was met.</param>
    public TableFault(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <param name="line">From 1.</param>
    /// <param name="column">From 1; 0 for the line as a whole.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public TableFault(int line, int column, string message)
        : base(column > 0 ? $"Line {line}, column {column}: {message}" : $"Line {line}: {message}") => (Line, Column) = (line, column);

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>From 1; 0 for the line as a whole.</summary>
    public int Column { get; }
}
