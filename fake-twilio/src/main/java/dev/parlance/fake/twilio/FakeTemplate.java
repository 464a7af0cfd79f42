package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.messaging.Approvals;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Verdict;
import dev.parlance.fake.twilio.world.World;
import java.util.function.Supplier;

/**
 * WhatsApp's review of a content resource, as the test decides it. A decision can be set before the content exists.
 *
 * <pre>{@code
 * twilio.content("order_shipped").rejects("The body is unclear");
 * twilio.content("welcome").waits();
 * }</pre>
 *
 * <p>Default: received at once, pending after one minute of the fake's clock, and approved after five, or rejected if the template
 * breaks WhatsApp's rules.
 */
public final class FakeTemplate {
    private final Supplier<World> world;
    private final String name;

    FakeTemplate(Supplier<World> world, String name) {
        this.world = world;
        this.name = name;
    }

    /** Approves the template as soon as approval has been requested. */
    public FakeTemplate approves() {
        return decide("approved", "");
    }

    /** Rejects the template for this reason. */
    public FakeTemplate rejects(String reason) {
        return decide("rejected", reason);
    }

    /** Leaves the request pending until another decision. */
    public FakeTemplate waits() {
        return decide("pending", "");
    }

    /** Pauses the template because people have complained. */
    public FakeTemplate pauses() {
        return decide("paused", "");
    }

    /** Disables the template for good. */
    public FakeTemplate disables() {
        return decide("disabled", "");
    }

    private FakeTemplate decide(String status, String reason) {
        world.get().verdicts().put(name, new Verdict(status, reason));
        return this;
    }

    /** The SID of the content. */
    public String sid() {
        return content().sid();
    }

    /** The status of its approval: {@code unsubmitted}, {@code received}, {@code pending}, {@code approved}, … */
    public String status() {
        return new Approvals(world.get()).status(content());
    }

    private Resource content() {
        return new Approvals(world.get())
                .find(world.get().accounts().main(), name)
                .orElseThrow(() -> new IllegalStateException("There is no content with the name or SID " + name));
    }

    @Override
    public String toString() {
        return name;
    }
}
