package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The login in a URL configured at Twilio, which arrives as an {@code Authorization} header: the forms it may have had before the
 * host. The sender controls the header, so no character in it may end the login and start another host.
 */
final class UserInfo {
    private static final Pattern SAFE =
            Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:\\p{L}\\p{M}-]|%[0-9A-Fa-f]{2})*+");
    private static final String UNESCAPED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:";

    private UserInfo() {}

    static Set<String> formsOf(WebhookRequest request) {
        Set<String> forms = new LinkedHashSet<>();
        login(request).ifPresent(login -> {
            add(forms, login);
            // A name without a password: clients send a colon even if the URL has none.
            if (login.indexOf(':') < 0) {
                add(forms, login + ":");
            } else if (login.indexOf(':') == login.length() - 1) {
                add(forms, login.substring(0, login.length() - 1));
            }
        });
        return forms;
    }

    private static Optional<String> login(WebhookRequest request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(value -> BasicLogin.decoded(value.substring(6).strip()))
                .map(Secret::reveal);
    }

    private static void add(Set<String> forms, String login) {
        if (SAFE.matcher(login).matches()) {
            forms.add(login);
        }
        forms.add(escaped(login));
    }

    private static String escaped(String login) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : login.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            escaped.append(UNESCAPED.indexOf(c) >= 0 ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return escaped.toString();
    }
}
