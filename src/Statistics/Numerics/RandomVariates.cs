namespace Amparo.Statistics.Numerics;

/// <summary>Draws from the usual distributions, exact and the same on every machine.</summary>
public static class RandomVariates
{
    private const int FewTrials = 16;
    private const double SmallMean = 12;

    extension(RandomStream random)
    {
        /// <summary>A draw from the gamma distribution of scale 1 (Marsaglia and Tsang 2000).</summary>
        /// <param name="shape">Above 0.</param>
        public double Gamma(double shape)
        {
            // Below 1 the density has no top: a draw of one shape more is shrunk.
            if (shape < 1)
                return random.Gamma(shape + 1) * Elementary.Exp(Elementary.Log(random.Uniform()) / shape);
            var d = shape - 1.0 / 3;
            var c = 1 / double.Sqrt(9 * d);
            while (true)
            {
                var x = random.Normal();
                var v = 1 + c * x;
                if (v <= 0)
                    continue;
                v *= v * v;
                if (Elementary.Log(random.Uniform()) < 0.5 * x * x + d * (1 - v + Elementary.Log(v)))
                    return d * v;
            }
        }

        /// <summary>A draw from the beta distribution.</summary>
        /// <param name="a">Above 0.</param>
        /// <param name="b">Above 0.</param>
        public double Beta(double a, double b)
        {
            var x = random.Gamma(a);
            return x / (x + random.Gamma(b));
        }

        /// <summary>How many of some trials succeed. Many trials are halved at an order statistic of their uniform numbers, which is a beta draw (Devroye 1986, X.4.4).</summary>
        /// <param name="trials">0 or more.</param>
        /// <param name="share">0 to 1.</param>
        public int Binomial(int trials, double share)
        {
            var successes = 0;
            while (trials > FewTrials)
            {
                var middle = trials / 2 + 1;
                var at = random.Beta(middle, trials + 1 - middle);
                if (at <= share)
                    (successes, share, trials) = (successes + middle, (share - at) / (1 - at), trials - middle);
                else
                    (share, trials) = (share / at, middle - 1);
            }

            for (; trials > 0; trials--)
                successes += random.Uniform() < share ? 1 : 0;
            return successes;
        }

        /// <summary>A draw from the Poisson distribution. Of a large mean the time of a late event is drawn first (Ahrens and Dieter 1974).</summary>
        /// <param name="mean">0 or more, and small enough for a whole number.</param>
        public int Poisson(double mean)
        {
            var events = 0;
            while (mean > SmallMean)
            {
                var late = (int)(0.875 * mean);
                var at = random.Gamma(late);
                if (at > mean)
                    return events + random.Binomial(late - 1, mean / at);
                (events, mean) = (events + late, mean - at);
            }

            var (least, product) = (Elementary.Exp(-mean), random.Uniform());
            for (; product > least; events++)
                product *= random.Uniform();
            return events;
        }
    }
}
