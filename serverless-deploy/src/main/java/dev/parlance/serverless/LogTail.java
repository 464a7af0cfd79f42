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

/** The last lines of a log, and those that come after them. */
final class LogTail {
    /** A line may be shown later than another that was written after it. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final int MOST_AT_ONCE = 1_000;

    private final FunctionsApi api;
    private final Environment environment;
    private final Map<String, String> paths;
    private final LogQuery query;
    private final Optional<String> functionSid;
    private final Map<String, Instant> seen = new HashMap<>();
    private Optional<Instant> since;
    private boolean begun;

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
                .orElseThrow(() -> new DeployException(
                        "No function " + path + " runs in " + environment.called() + "; there are " + paths.values()));
    }

    /** As many as are wanted. */
    List<LogLine> last() {
        return fetch(query.most());
    }

    /** Those that were not seen before; the first time, as many as are wanted, and all others count as seen. */
    List<LogLine> next() {
        List<LogLine> fresh = fetch(MOST_AT_ONCE).stream()
                .filter(line -> seen.putIfAbsent(line.sid(), line.time()) == null)
                .toList();
        seen.values().stream().max(Instant::compareTo).ifPresent(newest -> forgetBefore(newest.minus(LATE)));
        int surplus = begun ? 0 : Math.max(0, fresh.size() - query.most());
        begun = true;
        return fresh.subList(surplus, fresh.size());
    }

    /** The oldest first. Twilio's order is not to be relied upon, but what was written in one second is as Twilio has it. */
    private List<LogLine> fetch(int most) {
        List<LogLine> lines = new ArrayList<>(api.logs().last(environment, functionSid, since, most, paths));
        Collections.reverse(lines);
        lines.sort(Comparator.comparing(LogLine::time));
        return lines;
    }

    private void forgetBefore(Instant time) {
        since = query.since().filter(time::isBefore).or(() -> Optional.of(time));
        seen.values().removeIf(earlier -> earlier.isBefore(time));
    }
}
