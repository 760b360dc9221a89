using Amparo.Statistics.Trends.Queues;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>Erlang's formulas against values that were computed with forty digits.</summary>
public class ErlangTests
{
    [Fact]
    public void B_and_C_are_the_reference_in_all_rows()
    {
        var rows = Reference.Rows("erlang-b-c");
        rows.Count.ShouldBe(21);
        foreach (var row in rows)
        {
            var (operators, load) = ((int)row["servers"], row["offered_erlangs"]);
            Near(Erlang.Blocked(operators, load), row["erlangB"]);
            var waiting = Erlang.Waiting(operators, load / 300, 300)!;
            Near(waiting.Wait, row["erlangC"]);
            Near(waiting.MeanWait, row["ASA_s_at_AHT300"]);
            Near(waiting.Within(10), row["SL10"]);
            Near(waiting.Within(20), row["SL20"]);
            Near(waiting.Within(60), row["SL60"]);
        }
    }

    [Fact]
    public void A_is_the_reference_in_all_rows()
    {
        var rows = Reference.Rows("erlang-a");
        rows.Count.ShouldBe(7);
        foreach (var row in rows)
        {
            var queue = new ErlangA((int)row["servers"], row["calls_per_hour"] / 3600, row["AHT_s"], row["mean_patience_s"]);
            Near(queue.Wait, row["P_wait"]);
            Near(queue.Abandon, row["P_abandon"]);
            Near(queue.MeanWait, row["mean_wait_s_all"]);
            Near(queue.MeanQueue, row["mean_queue"]);
            Near(queue.Within(row["T_s"]), row["SL_served_within_T"]);
            Near(queue.Occupancy, row["occupancy"]);
            var waiting = Erlang.Waiting((int)row["servers"], row["calls_per_hour"] / 3600, row["AHT_s"]);
            (waiting is null).ShouldBe(double.IsInfinity(row["erlangC_P_wait"]));
            if (waiting is not null)
                Near(waiting.MeanWait, row["erlangC_ASA_s"]);
        }
    }

    [Fact]
    public void A_with_ten_operators()
    {
        var queue = new ErlangA(10, 100.0 / 3600, 300, 180);
        queue.Wait.ShouldBe(.294066789, 1e-9);
        queue.Abandon.ShouldBe(.075545600, 1e-9);
        queue.MeanWait.ShouldBe(13.598208, 1e-6);
        queue.Within(20).ShouldBe(.772237346, 1e-9);
    }

    [Fact]
    public void Callers_without_end_of_patience_are_Erlangs_C_and_without_any_his_B()
    {
        var (patient, waiting) = (new ErlangA(5, 60.0 / 3600, 240, 1e9), Erlang.Waiting(5, 60.0 / 3600, 240)!);
        patient.Wait.ShouldBe(waiting.Wait, 1e-5);
        patient.MeanWait.ShouldBe(waiting.MeanWait, 1e-2);
        new ErlangA(5, 60.0 / 3600, 240, 1e-6).Abandon.ShouldBe(Erlang.Blocked(5, 4), 1e-6);
    }

    // The reference prints twelve digits.
    private static void Near(double value, double reference) => value.ShouldBe(reference, 1e-9 * double.Max(1, double.Abs(reference)));
}
