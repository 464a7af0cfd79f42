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
 * Points several things at their URLs, and remembers in a file what they asked before.
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
    /** What was asked before, beside the project's {@code package.json}. */
    public static final String FILE = ".parlance-wiring.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Wiring wiring;
    private final Path file;

    private record Remembered(
            @JsonProperty("target") String target,
            @JsonProperty("hook") Hook hook,
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("method") Webhook.@Nullable Method method,
            @JsonProperty("instead") @Nullable String instead) {

        static Remembered of(Wired wired) {
            return new Remembered(
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

    /** On this account, remembered in this file. */
    public static Wires of(TwilioAccount account, Path file) {
        return new Wires(account.wiring(), file);
    }

    /** What they ask now. */
    public List<Wired> look(List<Wire> wires) {
        return wires.stream()
                .map(wire -> wiring.look(wire.target(), wire.hook()))
                .toList();
    }

    /**
     * Points them at their URLs; those that ask them already are left alone. What they asked is in the file before
     * anything is changed.
     *
     * @param deployed where the paths among them are
     * @return what was asked before, by those that were changed
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
            List<List<Remembered>> all = read();
            all.add(changes.keySet().stream().map(Remembered::of).toList());
            write(all);
            changes.forEach((now, url) -> wiring.set(now.asking(url)));
        }
        return List.copyOf(changes.keySet());
    }

    /**
     * Undoes what was pointed last.
     *
     * @return what is asked again
     * @throws DeployException if nothing is remembered
     */
    public List<Wired> undo() {
        List<List<Remembered>> all = read();
        if (all.isEmpty()) {
            throw new DeployException("Nothing to undo: " + file + " remembers no wiring");
        }
        List<Wired> last = new ArrayList<>(
                all.get(all.size() - 1).stream().map(Remembered::wired).toList());
        Collections.reverse(last);
        last.forEach(wiring::set);
        all.remove(all.size() - 1);
        write(all);
        return last;
    }

    private List<List<Remembered>> read() {
        if (!Files.exists(file)) {
            return new ArrayList<>();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<ArrayList<List<Remembered>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " cannot be read: mend it, it has the URLs that were asked before, or move it away", e);
        }
    }

    private void write(List<List<Remembered>> all) {
        try {
            WholeFile.write(file, JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
