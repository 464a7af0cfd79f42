package dev.parlance.benchmarks;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Loads and checks a survey with conditions, jumps, computations, and the options of a scale. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoadBenchmark {
    /** The number of questions. */
    @Param({"10", "100", "1000", "5000"})
    public int questions;

    private String json = "";
    private Prompts prompts = Prompts.of(Map.of("en", Map.of("hello", "Hello")));

    /** Writes the definition. */
    @Setup
    public void write() {
        json = "{\"name\":\"large\",\"scales\":{\"agree\":{\"options\":[\"yes\",\"maybe\",\"no\"]}},\"questions\":["
                + IntStream.range(0, questions).mapToObj(this::question).collect(Collectors.joining(",\n")) + "]}";
        Map<String, String> texts =
                new TreeMap<>(Map.of("agree.yes", "Agree", "agree.maybe", "Undecided", "agree.no", "Disagree"));
        for (int i = 0; i < questions; i++) {
            texts.put("q" + i, i % 5 == 0 ? "How is it?" : "You said {q" + (i - i % 5) + "}. And now?");
            texts.put("q" + i + ".tea", "Tea");
            texts.put("q" + i + ".coffee", "Coffee");
        }
        prompts = Prompts.of(Map.of("en", texts));
    }

    private String question(int i) {
        String start = "{\"id\":\"q" + i + "\",";
        int first = i - i % 5;
        return start
                + switch (i % 5) {
                    case 0 -> "\"kind\":\"rating\",\"least\":1,\"most\":5}";
                    case 1 ->
                        "\"kind\":\"choice\",\"scale\":\"agree\",\"when\":{\"answer\":\"q" + first
                                + "\",\"atLeast\":2}}";
                    case 2 ->
                        "\"kind\":\"choices\",\"options\":[\"tea\",\"coffee\"],\"next\":[{\"when\":{\"answer\":\"q"
                                + first + "\",\"is\":5},\"to\":\"q" + (i + 2) + "\"}]}";
                    case 3 ->
                        "\"kind\":\"text\",\"when\":{\"any\":[{\"answered\":\"q" + (first + 1) + "\"},{\"answer\":\"q"
                                + first + "\",\"is\":1}]}}";
                    default -> "\"kind\":\"compute\",\"sum\":[\"q" + first + "\",1]}";
                };
    }

    /** Reads the definition and checks it. */
    @Benchmark
    public Survey load() {
        return Survey.parse("survey.json", json, prompts);
    }
}
