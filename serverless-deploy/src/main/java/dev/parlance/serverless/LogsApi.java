package dev.parlance.serverless;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.serverless.v1.service.environment.Log;
import com.twilio.rest.serverless.v1.service.environment.LogReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Twilio's API for logs. */
record LogsApi(Requests requests) {
    private static final int PAGE = 1_000;

    /** The last lines, newest first; of one function only, if {@code functionSid} is present. */
    List<LogLine> last(
            Environment environment,
            Optional<String> functionSid,
            Optional<Instant> since,
            int limit,
            Map<String, String> paths) {
        LogReader reader = Log.reader(environment.service(), environment.sid());
        functionSid.ifPresent(reader::setFunctionSid);
        since.ifPresent(time -> reader.setStartDate(time.atZone(ZoneOffset.UTC)));
        reader.pageSize(Math.min(limit, PAGE)).limit(limit);
        return requests.read(
                "the logs",
                client -> StreamSupport.stream(reader.read(client).spliterator(), false)
                        .map(line -> new LogLine(
                                requireNonNull(line.getSid()),
                                requireNonNull(line.getDateCreated()).toInstant(),
                                LogLine.Level.of(String.valueOf(line.getLevel())),
                                paths.getOrDefault(line.getFunctionSid(), String.valueOf(line.getFunctionSid())),
                                String.valueOf(line.getMessage())))
                        .toList());
    }
}
