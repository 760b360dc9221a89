using System.Runtime.InteropServices;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>A circle over a window.</summary>
/// <param name="Centre">The place in its middle.</param>
/// <param name="Circle">Which of the circles round it.</param>
/// <param name="End">The window's last time, from 1.</param>
/// <param name="Length">The window's times.</param>
/// <param name="Cases">In it.</param>
/// <param name="Expected">In it.</param>
/// <param name="LogRatio">The logarithm of its likelihood ratio.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cylinder(int Centre, int Circle, int End, int Length, int Cases, double Expected, double LogRatio);
