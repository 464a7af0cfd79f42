package dev.parlance.security.servlet;

import dev.parlance.security.ReplayGuard;
import dev.parlance.security.Secrets;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.SlackSignature;
import dev.parlance.security.TrustedProxies;
import dev.parlance.security.TwilioSignature;
import dev.parlance.security.WebhookSignature;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsException;
import dev.parlance.settings.SettingsReader;
import dev.parlance.settings.SettingsSource;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The init-params of a {@link SignatureFilter}: {@code scheme} ({@code twilio} or {@code slack}), {@code secrets} (names of
 * settings or environment variables, comma-separated), {@code publicUrl} or {@code trustedProxies} (ranges, comma-separated),
 * {@code methods}, {@code contentTypes}, {@code bodyLimit}, {@code repeats} ({@code mark} or {@code refuse}) and
 * {@code diagnosing} ({@code true}). Secrets themselves don't belong in a {@code web.xml}, so there is no init-param for them.
 */
final class FilterSettings {
    private static final List<String> NAMES = List.of(
            "scheme",
            "secrets",
            "publicUrl",
            "trustedProxies",
            "methods",
            "contentTypes",
            "bodyLimit",
            "repeats",
            "diagnosing");

    private final FilterConfig config;
    private final Settings secrets;

    private FilterSettings(FilterConfig config, Settings secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    static FilterSettings of(FilterConfig config) {
        return new FilterSettings(config, Settings.standard());
    }

    SignedWebhooks signed() throws ServletException {
        try {
            return read();
        } catch (SettingsException | IllegalArgumentException e) {
            throw new ServletException(
                    "The filter " + config.getFilterName() + " is misconfigured. " + e.getMessage(), e);
        }
    }

    private SignedWebhooks read() {
        SettingsReader read = Settings.from(SettingsSource.of("its init-params", parameters()))
                .reader();
        boolean slack = read.optional("scheme", "twilio or slack", value -> oneOf(value, "slack", "twilio"))
                .orElse(false);
        Optional<URI> url = read.optional("publicUrl", "an https URL", URI::create);
        Optional<TrustedProxies> proxies =
                read.optional("trustedProxies", "ranges such as 10.0.0.0/8", value -> TrustedProxies.of(list(value)));
        Optional<String[]> methods = read.optional("methods", "names of HTTP methods", FilterSettings::list);
        Optional<String[]> types = read.optional("contentTypes", "content types", FilterSettings::list);
        Optional<Integer> limit = read.optional("bodyLimit", "a number of bytes", Integer::valueOf);
        boolean refuse = read.optional("repeats", "mark or refuse", value -> oneOf(value, "refuse", "mark"))
                .orElse(false);
        boolean diagnosing = read.optional("diagnosing", "true or false", value -> oneOf(value, "true", "false"))
                .orElse(false);
        String[] names = read.optional("secrets", "names of settings", FilterSettings::list)
                .orElse(new String[] {slack ? "SLACK_SIGNING_SECRET" : "TWILIO_AUTH_TOKEN"});
        read.failOnProblems();

        Secrets found = secrets(names);
        WebhookSignature signature = slack ? SlackSignature.of(found) : TwilioSignature.of(found);
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(signature)
                .withReplayGuard(refuse ? ReplayGuard.refusing() : ReplayGuard.marking());
        signedWebhooks = proxies.isPresent() ? signedWebhooks.withTrustedProxies(proxies.get()) : signedWebhooks;
        signedWebhooks = url.isPresent() ? signedWebhooks.withPublicUrl(url.get()) : signedWebhooks;
        signedWebhooks = methods.isPresent() ? signedWebhooks.withMethods(methods.get()) : signedWebhooks;
        signedWebhooks = types.isPresent() ? signedWebhooks.withContentTypes(types.get()) : signedWebhooks;
        signedWebhooks = limit.isPresent() ? signedWebhooks.withBodyLimit(limit.get()) : signedWebhooks;
        return diagnosing ? signedWebhooks.withDiagnosis() : signedWebhooks;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (String name : Collections.list(config.getInitParameterNames())) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("There is no init-param \"" + name + "\". Known: " + NAMES);
            }
            @Nullable String value = config.getInitParameter(name);
            if (value != null) {
                parameters.put(name, value);
            }
        }
        return parameters;
    }

    private Secrets secrets(String... names) {
        SettingsReader read = secrets.reader();
        List<Secret> found = new ArrayList<>();
        for (String name : names) {
            read.required(name, "the secret that webhooks are signed with", Secret::of)
                    .ifPresent(found::add);
        }
        read.failOnProblems();
        return Secrets.of(found);
    }

    private static boolean oneOf(String value, String yes, String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            throw new IllegalArgumentException(value);
        }
        return value.equals(yes);
    }

    private static String[] list(String value) {
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
    }
}
