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
 * A response with a status of 400 or more.
 *
 * @param status the HTTP status
 * @param code Twilio's error code, if any
 * @param message Twilio's own message, if any; it may quote phone numbers, so our messages never repeat it
 * @param retryAfter how long to wait, if the response says so
 */
record Refusal(int status, Optional<Integer> code, Optional<String> message, Optional<Duration> retryAfter) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Refusal of(Response response, Instant now) {
        JsonNode body = json(response.getContent());
        return new Refusal(
                response.getStatusCode(),
                Optional.of(body.path("code").asInt()).filter(code -> code > 0),
                Optional.of(body.path("message").asText()).filter(text -> !text.isBlank()),
                retryAfter(response.getHeaders(), now));
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
