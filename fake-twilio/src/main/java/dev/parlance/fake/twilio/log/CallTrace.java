package dev.parlance.fake.twilio.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The messages of browser calls, in order: signalling, media events from pages, and webhooks.
 *
 * <pre>{@code
 * CallTrace trace = CallTrace.of(twilio.log()).withoutEvents();
 * Files.writeString(Path.of("call.mmd"), trace.toMermaid());
 * }</pre>
 */
public final class CallTrace {
    private static final String APPLICATION = "application";
    private static final String TWILIO = "twilio";

    private final List<Step> steps;

    /**
     * One message.
     *
     * @param number the sequence number in the log
     * @param isAnswer whether this is the response to the message before it
     * @param isEvent whether this is a media event from a page
     */
    public record Step(long number, String from, String to, String label, boolean isAnswer, boolean isEvent) {
        /** Sender, recipient and content. */
        @Override
        public String toString() {
            return from + " -> " + to + ": " + label;
        }
    }

    private CallTrace(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** All messages so far. */
    public static CallTrace of(Log log) {
        Stream<Step> signals = log.signals().stream().map(CallTrace::step);
        Stream<Step> webhooks = log.webhooks().stream()
                .filter(webhook ->
                        webhook.request().parameters().first("CallSid").isPresent())
                .flatMap(CallTrace::steps);
        return new CallTrace(Stream.concat(signals, webhooks)
                .sorted(Comparator.comparingLong(Step::number))
                .toList());
    }

    private static Step step(SignallingMessage signal) {
        return new Step(signal.number(), signal.from(), signal.to(), signal.type(), false, signal.isEvent());
    }

    private static Stream<Step> steps(WebhookExchange webhook) {
        String request = webhook.request().method() + " " + webhook.request().path();
        return Stream.of(
                new Step(webhook.number(), TWILIO, APPLICATION, request, false, false),
                new Step(webhook.number(), APPLICATION, TWILIO, webhook.outcome(), true, false));
    }

    /** Only signalling and webhooks. */
    public CallTrace withoutEvents() {
        return only(step -> !step.isEvent());
    }

    /** Only the messages that match. */
    public CallTrace only(Predicate<Step> wanted) {
        return new CallTrace(steps.stream().filter(wanted).toList());
    }

    /** Only the last messages, at most this many. */
    public CallTrace last(int count) {
        return new CallTrace(steps.subList(Math.max(0, steps.size() - count), steps.size()));
    }

    /** All messages, in order. */
    public List<Step> steps() {
        return steps;
    }

    /** The trace as a Mermaid sequence diagram. */
    public String toMermaid() {
        Set<String> parties = new LinkedHashSet<>();
        steps.forEach(step -> parties.addAll(List.of(step.from(), step.to())));
        List<String> order = new ArrayList<>(parties);
        StringBuilder diagram = new StringBuilder("sequenceDiagram\n");
        for (String party : order) {
            diagram.append("  participant p")
                    .append(order.indexOf(party))
                    .append(" as ")
                    .append(plain(party))
                    .append('\n');
        }
        for (Step step : steps) {
            diagram.append("  p")
                    .append(order.indexOf(step.from()))
                    .append(step.isAnswer() ? "-->>" : "->>")
                    .append('p')
                    .append(order.indexOf(step.to()))
                    .append(": ")
                    .append(plain(step.label()))
                    .append('\n');
        }
        return diagram.toString();
    }

    /** Removes characters that have a meaning in Mermaid. */
    private static String plain(String text) {
        return text.replaceAll("[:;#\\r\\n]", " ");
    }

    /** One numbered line per message. */
    @Override
    public String toString() {
        return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
                .map(i -> (i + 1) + ". " + steps.get(i))
                .collect(Collectors.joining("\n"));
    }
}
