package dev.parlance.simulator.traffic;

import static dev.parlance.simulator.traffic.TestSource.literal;

import dev.parlance.fake.twilio.document.InvalidTwiml;
import dev.parlance.fake.twilio.document.TwimlReader;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a test in which a person texts or calls. */
final class PhoneSteps {
    private PhoneSteps() {}

    /** Whether a person's phone can send the same: a plain text, by POST and rightly signed. */
    static boolean isText(Exchange exchange) {
        return isPlain(exchange)
                && !exchange.first("Body").isEmpty()
                && !exchange.first("MessageSid", "SmsSid").isEmpty()
                && exchange.first("NumMedia").matches("0?")
                && exchange.first("ButtonPayload", "ListId", "FlowData", "Latitude", "EventType")
                        .isEmpty()
                && CallbackEvent.of(exchange).isEmpty();
    }

    static boolean isIncomingCall(Exchange exchange) {
        return isPlain(exchange)
                && exchange.first("Direction").equals("inbound")
                && !exchange.first("CallSid").isEmpty()
                && CallbackEvent.of(exchange).isEmpty();
    }

    private static boolean isPlain(Exchange exchange) {
        return exchange.signing().filter(Signing.VALID::equals).isPresent()
                && exchange.repeats() == 0
                && exchange.request().method().equals("POST");
    }

    /**
     * A text and what the person receives.
     *
     * @param repliesByApi what the application has sent over the API afterwards
     */
    static List<String> text(Exchange exchange, List<String> repliesByApi) {
        Stream<String> replies =
                verbs(exchange).filter(verb -> verb.name().equals("Message")).map(PhoneSteps::message);
        String receives = Stream.concat(replies, repliesByApi.stream())
                .filter(body -> !body.isEmpty())
                .map(body -> "\n        .receives(" + literal(body) + ")")
                .collect(Collectors.joining());
        return List.of(
                "twilio.number(" + literal(exchange.first("To")) + ").onText("
                        + literal(exchange.request().url()) + ");",
                "",
                "twilio.phone(" + literal(exchange.first("From")) + ")\n        .texts("
                        + literal(exchange.first("Body")) + ")"
                        + (receives.isEmpty() ? "\n        .receivesNothing()" : receives) + ";");
    }

    private static String message(Verb message) {
        return message.children().stream()
                .filter(child -> child.name().equals("Body"))
                .map(Verb::text)
                .findFirst()
                .orElse(message.text());
    }

    static List<String> call(List<Exchange> turns) {
        Exchange first = turns.get(0);
        List<String> steps = new ArrayList<>();
        steps.add("twilio.number(" + literal(first.first("To", "Called")) + ").onCall("
                + literal(first.request().url()) + ");");
        steps.add("");
        steps.add("twilio.phone(" + literal(first.first("From", "Caller")) + ")");
        steps.add("        .calls(" + literal(first.first("To", "Called")) + ")");
        for (Exchange turn : turns) {
            String did = action(turn);
            if (!did.isEmpty()) {
                steps.add("        " + did);
            }
            verbs(turn)
                    .flatMap(PhoneSteps::said)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> steps.add("        .hears(" + literal(text) + ")"));
        }
        steps.set(steps.size() - 1, steps.get(steps.size() - 1) + ";");
        return steps;
    }

    private static String action(Exchange turn) {
        String keys = turn.first("Digits");
        if (!keys.isEmpty()) {
            String finish = turn.first("FinishedOnKey");
            return ".presses(" + literal(keys + finish) + ")";
        }
        String speech = turn.first("SpeechResult");
        String confidence = turn.first("Confidence");
        return speech.isEmpty()
                ? ""
                : ".says(" + literal(speech) + (confidence.isEmpty() ? "" : ", " + confidence) + ")";
    }

    private static Stream<String> said(Verb verb) {
        return verb.name().equals("Say")
                ? Stream.of(verb.spoken())
                : verb.children().stream()
                        .filter(child -> child.name().equals("Say"))
                        .map(Verb::spoken);
    }

    private static Stream<Verb> verbs(Exchange exchange) {
        try {
            return TwimlReader.read(exchange.answer()).children().stream();
        } catch (InvalidTwiml e) {
            return Stream.empty(); // the test then checks nothing about the response
        }
    }
}
