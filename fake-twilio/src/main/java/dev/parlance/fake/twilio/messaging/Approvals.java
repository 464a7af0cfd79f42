package dev.parlance.fake.twilio.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Verdict;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WhatsApp's review of content resources. Without a decision by the test, a template is received, pending after a minute, and
 * approved after five, or rejected if it breaks WhatsApp's rules.
 */
public final class Approvals {
    private static final String SHELF = " content/v1/Content";
    private static final Duration PENDING_AFTER = Duration.ofMinutes(1);
    private static final Duration DECIDED_AFTER = Duration.ofMinutes(5);

    private static final String REQUESTED = "_approval_requested";
    private static final String NAME = "_approval_name";
    private static final String CATEGORY = "_approval_category";

    private final World world;

    public Approvals(World world) {
        this.world = world;
    }

    /** Submits a content resource to WhatsApp. */
    public void request(Resource content, String name, String category) {
        if (approvable(content).isEmpty()) {
            throw ApiError.badRequest(
                    20001, "WhatsApp does not review templates of the type " + String.join(", ", types(content)));
        }
        content.set(NAME, name)
                .set(CATEGORY, category)
                .set(REQUESTED, world.clock().instant().toString());
    }

    /** Withdraws the request, because the content has changed. */
    public static void withdraw(Resource content) {
        content.set(REQUESTED, "");
    }

    /** The approval as the API shows it. */
    public ObjectNode json(Resource content) {
        Verdict verdict = verdict(content);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "whatsapp");
        json.put("name", content.text(NAME));
        json.put("category", content.text(CATEGORY));
        json.put("content_type", approvable(content).map(RichType::key).orElse(""));
        json.put("status", verdict.status());
        json.put("rejection_reason", verdict.reason());
        json.put("allow_category_change", true);
        return json;
    }

    /** The status: {@code unsubmitted}, {@code received}, {@code pending}, {@code approved} … */
    public String status(Resource content) {
        return verdict(content).status();
    }

    /** The content with this SID or name. */
    public Optional<Resource> find(String account, String nameOrSid) {
        return world.resources()
                .first(account + SHELF, content -> names(content).anyMatch(nameOrSid::equals));
    }

    private Verdict verdict(Resource content) {
        Optional<Instant> requested = content.filled(REQUESTED).map(Instant::parse);
        if (requested.isEmpty()) {
            return new Verdict("unsubmitted", "");
        }
        Optional<Verdict> decided = names(content)
                .flatMap(name -> Optional.ofNullable(world.verdicts().get(name)).stream())
                .findFirst();
        return decided.orElseGet(() -> byRules(content, requested.get()));
    }

    private Verdict byRules(Resource content, Instant requested) {
        Duration age = Duration.between(requested, world.clock().instant());
        if (age.compareTo(PENDING_AFTER) < 0) {
            return new Verdict("received", "");
        }
        if (age.compareTo(DECIDED_AFTER) < 0) {
            return new Verdict("pending", "");
        }
        return TemplateRules.problem(content)
                .map(problem -> new Verdict("rejected", problem))
                .orElseGet(() -> new Verdict("approved", ""));
    }

    private static Stream<String> names(Resource content) {
        return Stream.of(content.sid(), content.text(NAME), content.text("friendly_name"))
                .filter(name -> !name.isEmpty());
    }

    /** The type that WhatsApp reviews. */
    private static Optional<RichType> approvable(Resource content) {
        List<String> approvable = Stream.of(RichType.values())
                .filter(RichType::isApprovable)
                .map(RichType::key)
                .filter(types(content)::contains)
                .toList();
        return RichType.richest(approvable, "whatsapp");
    }

    private static List<String> types(Resource content) {
        return content.get("types").properties().stream().map(Map.Entry::getKey).toList();
    }
}
