package dev.parlance.serverless;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the last lines of a log and the lines that follow. */
final class LogTail {
    /** Twilio can show a line this much later than lines that were written after it. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final int BATCH = 1_000;

    private final FunctionsApi api;
    private final Environment environment;
    private final Map<String, String> paths;
    private final LogQuery query;
    private final Optional<String> functionSid;
    private final Map<String, Instant> seen = new HashMap<>();
    private Optional<Instant> since;
    private boolean started;

    LogTail(FunctionsApi api, Environment environment, Map<String, String> paths, LogQuery query) {
        this.api = api;
        this.environment = environment;
        this.paths = paths;
        this.query = query;
        this.since = query.since();
        this.functionSid = query.function().map(this::sid);
    }

    private String sid(String path) {
        return paths.entrySet().stream()
                .filter(entry -> entry.getValue().equals(path))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new DeployException("There is no function " + path + " in " + environment.shortName()
                        + ". Its functions: " + paths.values()));
    }

    /** The lines that the query selects. */
    List<LogLine> last() {
        return fetch(query.limit());
    }

    /** The lines not returned before. The first call returns those of the query, and counts older ones as seen. */
    List<LogLine> next() {
        List<LogLine> fresh = fetch(BATCH).stream()
                .filter(line -> seen.putIfAbsent(line.sid(), line.time()) == null)
                .toList();
        seen.values().stream().max(Instant::compareTo).ifPresent(newest -> forgetBefore(newest.minus(LATE)));
        int surplus = started ? 0 : Math.max(0, fresh.size() - query.limit());
        started = true;
        return fresh.subList(surplus, fresh.size());
    }

    /** Oldest first. Twilio's order is not reliable, but it is kept for lines of the same second. */
    private List<LogLine> fetch(int limit) {
        List<LogLine> lines = new ArrayList<>(api.logs().last(environment, functionSid, since, limit, paths));
        Collections.reverse(lines);
        lines.sort(Comparator.comparing(LogLine::time));
        return lines;
    }

    private void forgetBefore(Instant time) {
        since = query.since().filter(time::isBefore).or(() -> Optional.of(time));
        seen.values().removeIf(earlier -> earlier.isBefore(time));
    }
}
