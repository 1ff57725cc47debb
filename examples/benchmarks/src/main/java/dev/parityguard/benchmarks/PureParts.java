package dev.parityguard.benchmarks;

import dev.parityguard.compare.Comparison;
import dev.parityguard.compare.Judgement;
import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ReportJson;
import dev.parityguard.report.ReportText;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a profile, comparing and rendering, by the number of facts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PureParts {
    /** How many facts the profile holds. */
    @Param({"100", "1000", "10000"})
    public int facts = 100;

    private Sample sample = Sample.ofFacts(facts);
    private byte[] profile = sample.bytes();
    private Comparison comparison = sample.comparison();
    private ParityReport report = sample.report();

    /** Builds the sample once the number of facts is known. */
    @Setup
    public void prepare() {
        sample = Sample.ofFacts(facts);
        profile = sample.bytes();
        comparison = sample.comparison();
        report = sample.report();
    }

    /** From bytes to a profile. */
    @Benchmark
    public ProfileDocument readProfile() {
        return ProfileReader.read(profile, "sample");
    }

    /** Everything agrees. */
    @Benchmark
    public Judgement compareAgreeing() {
        return comparison.judge(sample.agreeing(), VariablesJudgement.none());
    }

    /** Every tenth fact differs, and most others are spelled in another way. */
    @Benchmark
    public Judgement compareDiffering() {
        return comparison.judge(sample.differing(), VariablesJudgement.none());
    }

    /** The report of which every tenth fact differs, as text. */
    @Benchmark
    public String renderText() {
        return ReportText.of(report);
    }

    /** The same report as JSON. */
    @Benchmark
    public String renderJson() {
        return ReportJson.of(report);
    }
}
