package dev.parlance.serverless;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of a log that were not seen before. */
final class LogTail {
    /** A line may be shown later than another that was written after it. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final int MOST_AT_ONCE = 1_000;

    private final FunctionsApi api;
    private final Environment environment;
    private final Map<String, String> paths;
    private final Optional<String> functionSid;
    private final Map<String, Instant> seen = new LinkedHashMap<>();
    private Optional<Instant> since;
    private int most;

    LogTail(FunctionsApi api, Environment environment, Map<String, String> paths, LogQuery query) {
        this.api = api;
        this.environment = environment;
        this.paths = paths;
        this.since = query.since();
        this.most = query.most();
        this.functionSid = query.function().map(path -> sid(path, environment));
    }

    private String sid(String path, Environment of) {
        return paths.entrySet().stream()
                .filter(entry -> entry.getValue().equals(path))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new DeployException(
                        "No function " + path + " runs in " + of.called() + "; there are " + paths.values()));
    }

    List<LogLine> next() {
        List<LogLine> fresh = new ArrayList<>();
        Set<String> shown = new HashSet<>(seen.keySet());
        for (LogLine line : api.logs().last(environment, functionSid, since, most, paths)) {
            if (shown.add(line.sid())) {
                fresh.add(line);
                seen.put(line.sid(), line.time());
            }
        }
        Collections.reverse(fresh);
        fresh.sort(Comparator.comparing(LogLine::time)); // Twilio's order is not to be relied upon
        seen.values().stream()
                .max(Instant::compareTo)
                .map(time -> time.minus(LATE))
                .ifPresent(this::forgetBefore);
        most = MOST_AT_ONCE;
        return fresh;
    }

    private void forgetBefore(Instant time) {
        since = Optional.of(time);
        seen.values().removeIf(earlier -> earlier.isBefore(time));
    }
}
