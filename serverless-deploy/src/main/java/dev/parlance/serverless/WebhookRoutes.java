package dev.parlance.serverless;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.Webhook;
import dev.parlance.account.WebhookSetting;
import dev.parlance.account.WebhookType;
import dev.parlance.account.Webhooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Points numbers, messaging services and TwiML applications at their URLs. Saves their previous webhooks in a file, so that
 * you can undo it.
 *
 * <pre>{@code
 * Wires wires = Wires.of(account, Path.of(Wires.FILE));
 * wires.look(wanted).forEach(System.out::println);
 * wires.point(wanted, Optional.of(done.environment()));
 * …
 * wires.undo();
 * }</pre>
 */
public final class WebhookRoutes {
    /** The default name of the file with the previous webhooks, in the project's folder. */
    public static final String FILE = ".parlance-wiring.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Webhooks wiring;
    private final Path file;

    private record SavedWebhook(
            @JsonProperty("target") String target,
            @JsonProperty("hook") WebhookType hook,
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("method") Webhook.@Nullable Method method,
            @JsonProperty("instead") @Nullable String instead) {

        static SavedWebhook of(WebhookSetting setting) {
            return new SavedWebhook(
                    setting.target(),
                    setting.type(),
                    setting.webhook().map(it -> it.url().toString()).orElse(null),
                    setting.webhook().map(Webhook::method).orElse(null),
                    setting.overriddenBy().orElse(null));
        }

        WebhookSetting wired() {
            Webhook.Method how = method == null ? Webhook.Method.POST : method;
            Optional<Webhook> webhook = Optional.ofNullable(url).map(it -> new Webhook(URI.create(it), how));
            return new WebhookSetting(target, hook, webhook, Optional.ofNullable(instead));
        }
    }

    private WebhookRoutes(Webhooks wiring, Path file) {
        this.wiring = wiring;
        this.file = file;
    }

    /** Changes webhooks of this account and saves the previous ones in this file. */
    public static WebhookRoutes of(TwilioAccount account, Path file) {
        return new WebhookRoutes(account.webhooks(), file);
    }

    /** The current webhooks of these targets. */
    public List<WebhookSetting> current(List<WebhookRoute> wires) {
        return wires.stream()
                .map(route -> wiring.get(route.target(), route.type()))
                .toList();
    }

    /**
     * Points the targets at their URLs. Skips those that already point there. Saves the previous webhooks before it changes
     * anything.
     *
     * @param deployed the environment that paths belong to
     * @return the previous webhooks of the changed targets
     */
    public List<WebhookSetting> apply(List<WebhookRoute> wires, Optional<Environment> deployed) {
        Map<WebhookSetting, URI> changes = new LinkedHashMap<>();
        for (WebhookRoute route : wires) {
            URI url = route.url(deployed);
            WebhookSetting now = wiring.get(route.target(), route.type());
            if (now.overriddenBy().isPresent() || !now.webhook().equals(Optional.of(Webhook.post(url)))) {
                changes.put(now, url);
            }
        }
        if (!changes.isEmpty()) {
            List<List<SavedWebhook>> all = read();
            all.add(changes.keySet().stream().map(SavedWebhook::of).toList());
            write(all);
            changes.forEach((now, url) -> wiring.set(now.withUrl(url)));
        }
        return List.copyOf(changes.keySet());
    }

    /**
     * Undoes the last call of {@link #apply}.
     *
     * @return the restored webhooks
     * @throws DeployException if there is nothing to undo
     */
    public List<WebhookSetting> undo() {
        List<List<SavedWebhook>> all = read();
        if (all.isEmpty()) {
            throw new DeployException("Nothing to undo: " + file + " has no saved webhooks");
        }
        List<WebhookSetting> last = new ArrayList<>(
                all.get(all.size() - 1).stream().map(SavedWebhook::wired).toList());
        Collections.reverse(last);
        last.forEach(wiring::set);
        all.remove(all.size() - 1);
        write(all);
        return last;
    }

    private List<List<SavedWebhook>> read() {
        if (!Files.exists(file)) {
            return new ArrayList<>();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<ArrayList<List<SavedWebhook>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read " + file + ", which has the previous webhook URLs. Repair it, or move it away", e);
        }
    }

    private void write(List<List<SavedWebhook>> all) {
        try {
            AtomicFile.write(file, JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
