package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.world.FlowStep;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Studio flow does with the person it is executed for. Immutable.
 *
 * <pre>{@code
 * String sid = twilio.flow("Welcome", FakeFlow.empty()
 *         .asks("name", "Hello from {{flow.data.shop}}! What's your name?")
 *         .texts("Thank you, {{widgets.name.inbound.Body}}."));
 * }</pre>
 *
 * <p>Texts can contain {@code {{flow.data.…}}} for the parameters of the execution, {@code {{widgets.….inbound.Body}}} for
 * answers and {@code {{contact.channel.address}}} for the person's number.
 */
public final class FakeFlow {
    private final List<FlowStep> steps;

    private FakeFlow(List<FlowStep> steps) {
        this.steps = steps;
    }

    /** A flow that ends at once. Add its steps. */
    public static FakeFlow empty() {
        return new FakeFlow(List.of());
    }

    /** Adds a step that sends a text. */
    public FakeFlow texts(String body) {
        return with(new FlowStep("send_message_" + (steps.size() + 1), body, false));
    }

    /**
     * Adds a step that sends a text and waits for the reply.
     *
     * @param name the widget's name, for {@code {{widgets.name.inbound.Body}}}
     */
    public FakeFlow asks(String name, String body) {
        return with(new FlowStep(name, body, true));
    }

    private FakeFlow with(FlowStep step) {
        List<FlowStep> more = new ArrayList<>(steps);
        more.add(step);
        return new FakeFlow(List.copyOf(more));
    }

    List<FlowStep> steps() {
        return steps;
    }
}
