package dev.parlance.testkit.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sent what to whom in calls of browsers: the signalling, what pages told, and the webhooks between.
 *
 * <pre>{@code
 * System.out.println(SignalTrace.of(twilio.log()).withoutEvents());
 * Files.writeString(path, SignalTrace.of(twilio.log()).toMermaid());
 * }</pre>
 */
public final class SignalTrace {
    private static final String APPLICATION = "application";
    private static final String TWILIO = "twilio";

    private final List<Step> steps;

    /**
     * One message.
     *
     * @param number its place among all that happened
     * @param isAnswer whether it answers the one before it
     * @param isEvent whether a page tells of its media
     */
    public record Step(long number, String from, String to, String what, boolean isAnswer, boolean isEvent) {
        /** Who sent what to whom. */
        @Override
        public String toString() {
            return from + " -> " + to + ": " + what;
        }
    }

    private SignalTrace(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** All that was sent so far. */
    public static SignalTrace of(Log log) {
        Stream<Step> signals = log.signals().stream().map(SignalTrace::step);
        Stream<Step> webhooks = log.webhooks().stream()
                .filter(webhook ->
                        webhook.request().parameters().first("CallSid").isPresent())
                .flatMap(SignalTrace::steps);
        return new SignalTrace(Stream.concat(signals, webhooks)
                .sorted(Comparator.comparingLong(Step::number))
                .toList());
    }

    /** These messages. */
    public static SignalTrace of(List<Step> steps) {
        return new SignalTrace(steps);
    }

    private static Step step(Signal signal) {
        return new Step(signal.number(), signal.from(), signal.to(), signal.type(), false, signal.isEvent());
    }

    private static Stream<Step> steps(WebhookExchange webhook) {
        String request = webhook.request().method() + " " + webhook.request().path();
        return Stream.of(
                new Step(webhook.number(), TWILIO, APPLICATION, request, false, false),
                new Step(webhook.number(), APPLICATION, TWILIO, webhook.outcome(), true, false));
    }

    /** The signalling and the webhooks alone. */
    public SignalTrace withoutEvents() {
        return only(step -> !step.isEvent());
    }

    /** What fits. */
    public SignalTrace only(Predicate<Step> wanted) {
        return new SignalTrace(steps.stream().filter(wanted).toList());
    }

    /** Each message, the first one first. */
    public List<Step> steps() {
        return steps;
    }

    /** As a sequence diagram, in the language of Mermaid. */
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
                    .append(plain(step.what()))
                    .append('\n');
        }
        return diagram.toString();
    }

    /** A colon or a semicolon would end a line of a diagram. */
    private static String plain(String text) {
        return text.replaceAll("[:;#\\r\\n]", " ");
    }

    /** A line each, numbered. */
    @Override
    public String toString() {
        return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
                .map(i -> (i + 1) + ". " + steps.get(i))
                .collect(Collectors.joining("\n"));
    }
}
