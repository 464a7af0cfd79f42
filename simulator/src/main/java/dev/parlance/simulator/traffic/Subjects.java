package dev.parlance.simulator.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.fake.twilio.world.World;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds out whom a request is about: from its parameters, its path and, for the API, from the response. */
final class Subjects {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SID = Pattern.compile("\\b(?:SM|MM|CA|RE|CF|CH|IM|VE)[0-9a-f]{32}\\b");
    private static final int MAX_SIDS = 12;
    private static final int MAX_JSON = 64 << 10;

    private final World world;

    Subjects(World world) {
        this.world = world;
    }

    Subject of(Exchange exchange) {
        Set<String> sids = new LinkedHashSet<>();
        addSids(sids, exchange.request().path());
        exchange.parameters().entries().forEach(parameter -> addSids(sids, parameter.value()));
        String call = exchange.first("CallSid");
        JsonNode resource = resource(exchange);
        for (String field : new String[] {"sid", "call_sid", "conference_sid"}) {
            addSids(sids, resource.path(field).asText(""));
        }
        String person = person(
                or(exchange.first("From", "Caller"), resource.path("from").asText("")),
                or(exchange.first("To", "Called"), resource.path("to").asText("")),
                or(exchange.first("Direction"), resource.path("direction").asText("")));
        return new Subject(person, call.isEmpty() ? firstCall(sids) : call, sids);
    }

    /** The resource in the API's response. Lists are about nobody in particular. */
    private static JsonNode resource(Exchange exchange) {
        String answer = exchange.signing().isPresent() ? "" : exchange.answer();
        if (answer.length() > MAX_JSON || !answer.startsWith("{")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // a fault has replaced the response
        }
    }

    private static void addSids(Set<String> sids, String text) {
        if (sids.size() < MAX_SIDS && text.length() >= 34) {
            SID.matcher(text).results().limit(MAX_SIDS).map(MatchResult::group).forEach(sids::add);
        }
    }

    private static String firstCall(Set<String> sids) {
        return sids.stream().filter(sid -> sid.startsWith("CA")).findFirst().orElse("");
    }

    private String person(String from, String to, String direction) {
        if (direction.startsWith("outbound")) {
            return to;
        }
        boolean isFromAccount = !isAddress(from) || world.owned().number(from).isPresent();
        return direction.equals("inbound") || !isFromAccount ? from : to;
    }

    /** A sender may also be a messaging service or a name; a person has a number, or is a browser. */
    private static boolean isAddress(String from) {
        return from.startsWith("+") || from.contains(":");
    }

    private static String or(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
