package dev.parlance.serverless;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parlance.account.Hook;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.Webhook;
import dev.parlance.account.Wired;
import dev.parlance.account.Wiring;
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
public final class Wires {
    /** The default name of the file with the previous webhooks, in the project's folder. */
    public static final String FILE = ".parlance-wiring.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Wiring wiring;
    private final Path file;

    private record SavedWebhook(
            @JsonProperty("target") String target,
            @JsonProperty("hook") Hook hook,
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("method") Webhook.@Nullable Method method,
            @JsonProperty("instead") @Nullable String instead) {

        static SavedWebhook of(Wired wired) {
            return new SavedWebhook(
                    wired.target(),
                    wired.hook(),
                    wired.webhook().map(it -> it.url().toString()).orElse(null),
                    wired.webhook().map(Webhook::method).orElse(null),
                    wired.instead().orElse(null));
        }

        Wired wired() {
            Webhook.Method how = method == null ? Webhook.Method.POST : method;
            Optional<Webhook> webhook = Optional.ofNullable(url).map(it -> new Webhook(URI.create(it), how));
            return new Wired(target, hook, webhook, Optional.ofNullable(instead));
        }
    }

    private Wires(Wiring wiring, Path file) {
        this.wiring = wiring;
        this.file = file;
    }

    /** Changes webhooks of this account and saves the previous ones in this file. */
    public static Wires of(TwilioAccount account, Path file) {
        return new Wires(account.wiring(), file);
    }

    /** The current webhooks of these targets. */
    public List<Wired> look(List<Wire> wires) {
        return wires.stream()
                .map(wire -> wiring.look(wire.target(), wire.hook()))
                .toList();
    }

    /**
     * Points the targets at their URLs. Skips those that already point there. Saves the previous webhooks before it changes
     * anything.
     *
     * @param deployed the environment that paths belong to
     * @return the previous webhooks of the changed targets
     */
    public List<Wired> point(List<Wire> wires, Optional<Environment> deployed) {
        Map<Wired, URI> changes = new LinkedHashMap<>();
        for (Wire wire : wires) {
            URI url = wire.url(deployed);
            Wired now = wiring.look(wire.target(), wire.hook());
            if (now.instead().isPresent() || !now.webhook().equals(Optional.of(Webhook.post(url)))) {
                changes.put(now, url);
            }
        }
        if (!changes.isEmpty()) {
            List<List<SavedWebhook>> all = read();
            all.add(changes.keySet().stream().map(SavedWebhook::of).toList());
            write(all);
            changes.forEach((now, url) -> wiring.set(now.asking(url)));
        }
        return List.copyOf(changes.keySet());
    }

    /**
     * Undoes the last call of {@link #point}.
     *
     * @return the restored webhooks
     * @throws DeployException if there is nothing to undo
     */
    public List<Wired> undo() {
        List<List<SavedWebhook>> all = read();
        if (all.isEmpty()) {
            throw new DeployException("Nothing to undo: " + file + " has no saved webhooks");
        }
        List<Wired> last = new ArrayList<>(
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
