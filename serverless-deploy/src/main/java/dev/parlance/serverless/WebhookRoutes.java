package dev.parlance.serverless;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.Webhook;
import dev.parlance.account.WebhookSetting;
import dev.parlance.account.WebhookSetting.ApplicationUrls;
import dev.parlance.account.WebhookSetting.NumberUrls;
import dev.parlance.account.WebhookSetting.Precedence;
import dev.parlance.account.WebhookTarget;
import dev.parlance.account.WebhookType;
import dev.parlance.account.Webhooks;
import dev.parlance.twiml.HttpMethod;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Points numbers, messaging services and TwiML applications at their URLs. Saves their previous webhooks in a file, so that
 * you can undo it.
 *
 * <pre>{@code
 * WebhookRoutes routes = WebhookRoutes.of(account, Path.of(WebhookRoutes.FILE));
 * List<WebhookRoute> wanted = List.of(WebhookRoute.parse("+15005550100:https://app.example/sms", WebhookType.TEXTS));
 * routes.current(wanted).forEach(System.out::println);
 * routes.apply(wanted);
 *
 * routes.undo();
 * }</pre>
 */
public final class WebhookRoutes {
    /** The default name of the file with the previous webhooks, in the project's folder. */
    public static final String FILE = ".parlance-wiring.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ITS_NUMBERS = new NumberUrls().toString();

    private final Webhooks webhooks;
    private final Path file;

    private record SavedWebhook(
            @JsonProperty("target") String target,
            @JsonProperty("hook") WebhookType hook,
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("method") @Nullable HttpMethod method,
            @JsonProperty("instead") @Nullable String instead) {

        static SavedWebhook of(WebhookSetting setting) {
            return new SavedWebhook(
                    setting.target().id(),
                    setting.type(),
                    setting.webhook().map(it -> it.url().toString()).orElse(null),
                    setting.webhook().map(Webhook::method).orElse(null),
                    setting.precedence().map(Precedence::toString).orElse(null));
        }

        WebhookSetting setting() {
            Optional<Webhook> webhook = Optional.ofNullable(url)
                    .map(it -> new Webhook(URI.create(it), method == null ? HttpMethod.POST : method));
            Optional<Precedence> precedence = Optional.ofNullable(instead)
                    .map(it -> it.equals(ITS_NUMBERS) ? new NumberUrls() : new ApplicationUrls(it));
            return new WebhookSetting(WebhookTarget.of(target), hook, webhook, precedence);
        }
    }

    private WebhookRoutes(Webhooks webhooks, Path file) {
        this.webhooks = webhooks;
        this.file = file;
    }

    /** Changes webhooks of this account and saves the previous ones in this file. */
    public static WebhookRoutes of(TwilioAccount account, Path file) {
        return new WebhookRoutes(account.webhooks(), file);
    }

    /** The current webhooks of the routes' targets. */
    public List<WebhookSetting> current(List<WebhookRoute> routes) {
        return routes.stream()
                .map(route -> webhooks.get(route.target(), route.type()))
                .toList();
    }

    /**
     * Points the targets at their URLs. Skips those that already point there. Saves the previous webhooks before it changes
     * anything.
     *
     * @param deployed the environment that paths belong to
     * @return the previous webhooks of the changed targets
     */
    public List<WebhookSetting> apply(List<WebhookRoute> routes, Environment deployed) {
        return apply(routes, route -> route.url(deployed));
    }

    /**
     * Like {@link #apply(List, Environment)}, for routes to URLs only.
     *
     * @throws DeployException if the destination of a route is a path
     */
    public List<WebhookSetting> apply(List<WebhookRoute> routes) {
        return apply(routes, WebhookRoute::url);
    }

    private List<WebhookSetting> apply(List<WebhookRoute> routes, Function<WebhookRoute, URI> urlOf) {
        Map<WebhookSetting, URI> changes = new LinkedHashMap<>();
        for (WebhookRoute route : routes) {
            URI url = urlOf.apply(route);
            WebhookSetting now = webhooks.get(route.target(), route.type());
            if (!now.equals(now.withUrl(url))) {
                changes.put(now, url);
            }
        }
        if (!changes.isEmpty()) {
            List<List<SavedWebhook>> all = read();
            all.add(changes.keySet().stream().map(SavedWebhook::of).toList());
            write(all);
            changes.forEach((now, url) -> webhooks.set(now.withUrl(url)));
        }
        return List.copyOf(changes.keySet());
    }

    /**
     * Undoes the last change that {@code apply} made.
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
                all.get(all.size() - 1).stream().map(SavedWebhook::setting).toList());
        Collections.reverse(last);
        last.forEach(webhooks::set);
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
