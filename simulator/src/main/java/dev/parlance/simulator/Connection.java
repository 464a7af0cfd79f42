package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is connected with the fake: the application and whether it answers, its numbers, and the account. */
final class Connection {
    private static final List<String> WEBHOOKS = List.of("sms_url", "voice_url");

    private final World world;
    private final URI api;

    Connection(World world, URI api) {
        this.world = world;
        this.api = api;
    }

    /** Looks whether the application listens. Sends it no request. */
    WebhookResponse state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ArrayNode applications = state.putArray("applications");
        origins().forEach(url -> applications.add(application(url)));
        ArrayNode numbers = state.putArray("numbers");
        numbers().forEach(number -> numbers.add(number(number)));
        String sid = world.accounts().main();
        state.putObject("account")
                .put("sid", sid)
                .put("token", world.accounts().token(sid))
                .put("api", api.toString())
                .put("number", numbers().isEmpty() ? "" : numbers().get(0).text("phone_number"));
        return WebhookResponse.json(state.toString()).withHeader("Cache-Control", "no-store");
    }

    private List<Resource> numbers() {
        return world.owned().numbers().oldestFirst();
    }

    private ObjectNode application(URI url) {
        boolean answers = world.webhooks().isListening(url);
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", url.toString())
                .put("answers", answers)
                .put(
                        "detail",
                        answers
                                ? "The application accepts connections at " + url + "."
                                : "Nothing listens at " + url + ".");
    }

    private static ObjectNode number(Resource number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", number.text("phone_number"))
                .put("texts", number.text("sms_url"))
                .put("calls", number.text("voice_url"));
    }

    /** The hosts and ports of all webhooks. */
    private Set<URI> origins() {
        List<Resource> all = new ArrayList<>(numbers());
        all.addAll(world.owned().applications().oldestFirst());
        Set<URI> origins = new LinkedHashSet<>();
        for (Resource resource : all) {
            for (String webhook : WEBHOOKS) {
                resource.filled(webhook).flatMap(Connection::origin).ifPresent(origins::add);
            }
        }
        return origins;
    }

    private static Optional<URI> origin(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getRawAuthority() == null
                    ? Optional.empty()
                    : Optional.of(URI.create(uri.getScheme() + "://" + uri.getRawAuthority()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a webhook with an invalid URL is reported when it is sent
        }
    }
}
