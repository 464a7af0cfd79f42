package dev.parlance.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.twilio.http.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.core5.http.Header;

/**
 * What an answer of 400 and more says.
 *
 * @param status the HTTP status
 * @param code Twilio's error code, where there is one
 * @param sentence Twilio's own words, where there are any; they quote numbers, so no message of ours repeats them
 * @param retryAfter how long to wait, where the answer says so
 */
record Refusal(int status, Optional<Integer> code, Optional<String> sentence, Optional<Duration> retryAfter) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Refusal of(Response answer, Instant now) {
        JsonNode body = json(answer.getContent());
        return new Refusal(
                answer.getStatusCode(),
                Optional.of(body.path("code").asInt()).filter(code -> code > 0),
                Optional.of(body.path("message").asText()).filter(sentence -> !sentence.isBlank()),
                retryAfter(answer.getHeaders(), now));
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<Duration> retryAfter(Header[] headers, Instant now) {
        return Arrays.stream(headers)
                .filter(header -> header.getName().equalsIgnoreCase("Retry-After"))
                .findFirst()
                .flatMap(header -> duration(header.getValue().strip(), now));
    }

    private static Optional<Duration> duration(String value, Instant now) {
        try {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, date.isBefore(now) ? now : date));
        } catch (DateTimeException neitherSecondsNorDate) {
            return Optional.empty();
        }
    }
}
