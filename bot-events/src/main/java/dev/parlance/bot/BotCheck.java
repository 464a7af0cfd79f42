package dev.parlance.bot;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what of a bot is set up wrongly, before anybody subscribes it to anything: its token, signing secret, user id and
 * scopes, and whether its URL is reached.
 *
 * <pre>{@code
 * List<Finding> findings = BotCheck.of(settings, client).scopes(bot.scopes()).url(publicUrl).run();
 * findings.forEach(System.out::println);
 * }</pre>
 *
 * <p>It changes nothing. The URL is asked as the workspace asks it, signed with the signing secret, and once signed wrongly.
 */
public final class BotCheck {
    private static final Pattern SIGNING_SECRET = Pattern.compile("[0-9a-f]{32}");
    private static final String NO_SECRET = "0".repeat(32);

    private final BotSettings settings;
    private final BotClient client;
    private final Set<String> scopes;
    private final Optional<URI> url;

    private BotCheck(BotSettings settings, BotClient client, Set<String> scopes, Optional<URI> url) {
        this.settings = settings;
        this.client = client;
        this.scopes = scopes;
        this.url = url;
    }

    /** A check of these settings by this client, which has their token. */
    public static BotCheck of(BotSettings settings, BotClient client) {
        return new BotCheck(settings, client, Set.of(), Optional.empty());
    }

    /** Checks also that the app has these scopes: {@link BotEvents#scopes()}. */
    public BotCheck scopes(Set<String> needed) {
        return new BotCheck(settings, client, Set.copyOf(needed), url);
    }

    /** Checks also that the bot answers at this URL, which is the one to be entered under "Event Subscriptions". */
    public BotCheck url(URI requestUrl) {
        return new BotCheck(settings, client, scopes, Optional.of(requestUrl));
    }

    /** Looks at everything, and tells of everything. */
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        tokenAndWhatItTells(findings);
        findings.add(signingSecret());
        url.ifPresent(it -> findings.addAll(new UrlCheck(client.http(), settings.signingSecret()).of(it)));
        return List.copyOf(findings);
    }

    private void tokenAndWhatItTells(List<Finding> findings) {
        String subject = "SLACK_BOT_TOKEN";
        Optional<String> otherKind = otherKindOfToken(settings.token().reveal());
        if (otherKind.isPresent()) {
            findings.add(Finding.wrong(
                    subject,
                    "it is " + otherKind.get()
                            + "; the one wanted is the Bot User OAuth Token, which begins with xoxb-"));
            return;
        }
        try {
            AuthTestResponse answer = client.authTest();
            BotIdentity identity = BotClient.identityOf(answer);
            findings.add(Finding.fine(subject, "it is that of " + identity.user() + " in " + identity.team()));
            findings.add(userId(identity));
            findings.add(comparedWith(granted(answer.getHttpResponseHeaders())));
        } catch (BotException e) {
            findings.add(Finding.wrong(subject, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<String> otherKindOfToken(String token) {
        if (token.startsWith("xoxb-") || token.startsWith("xoxe.xoxb-")) {
            return Optional.empty();
        }
        if (token.startsWith("xoxp-") || token.startsWith("xoxe.xoxp-")) {
            return Optional.of("a user's token");
        }
        if (token.startsWith("xapp-")) {
            return Optional.of("an app-level token");
        }
        return Optional.of(SIGNING_SECRET.matcher(token).matches() ? "a secret of the app" : "no token of Slack's");
    }

    private Finding userId(BotIdentity identity) {
        String subject = "SLACK_BOT_USER_ID";
        String own = identity.userId();
        if (settings.userId().isEmpty() || settings.userId().get().equals(own)) {
            return Finding.fine(subject, "the bot is " + own);
        }
        String given = settings.userId().get();
        String what = switch (given.charAt(0)) {
            case 'A' -> "is an app's id, as it stands in the address of the app's settings";
            case 'B' -> "is the id of a bot and not of its user";
            default -> "is not that of this token";
        };
        return Finding.wrong(subject, given + " " + what + "; the bot's user id is " + own);
    }

    private static Set<String> granted(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("X-OAuth-Scopes"))
                .flatMap(header -> header.getValue().stream())
                .flatMap(value -> Pattern.compile("\\s*,\\s*").splitAsStream(value.strip()))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Finding comparedWith(Set<String> granted) {
        Set<String> missing = new TreeSet<>(scopes);
        missing.removeAll(granted);
        if (!missing.isEmpty()) {
            return Finding.wrong(
                    "scopes",
                    "missing: " + String.join(", ", missing)
                            + "; add them under \"OAuth & Permissions\" and install the app again");
        }
        Set<String> unused = new TreeSet<>(granted);
        unused.removeAll(scopes);
        return Finding.fine(
                "scopes",
                "it has all that it needs" + (unused.isEmpty() ? "" : "; not needed: " + String.join(", ", unused)));
    }

    private Finding signingSecret() {
        String subject = "SLACK_SIGNING_SECRET";
        String secret = settings.signingSecret().reveal();
        if (!SIGNING_SECRET.matcher(secret).matches()) {
            return Finding.wrong(
                    subject,
                    "the Signing Secret of \"Basic Information\" has 32 hexadecimal digits; this one is something else, of "
                            + secret.length() + " characters");
        }
        if (settings.clientId().isEmpty()) {
            return Finding.unknown(
                    subject,
                    "it has the form of one, as the Client Secret has; set SLACK_CLIENT_ID, which is no secret, and they can be told"
                            + " apart");
        }
        return notTheClientSecret(subject, secret, settings.clientId().get());
    }

    /**
     * Nobody but Slack knows what its requests are signed with; but whether a secret is the app's Client Secret can be asked,
     * by exchanging a code that there is not. A secret that is surely wrong tells whether the answer says anything.
     */
    private Finding notTheClientSecret(String subject, String secret, String clientId) {
        String wrongSecret = "bad_client_secret";
        String controlled = exchange(clientId, NO_SECRET);
        if (!controlled.equals(wrongSecret)) {
            return Finding.unknown(
                    subject, "it has the form of one; that it is not the Client Secret cannot be asked: " + controlled);
        }
        String answer = exchange(clientId, secret);
        return switch (answer) {
            case "invalid_code", "code_already_used" ->
                Finding.wrong(
                        subject,
                        "it is the app's Client Secret; the one wanted is the Signing Secret, which stands below it in"
                                + " \"Basic Information\"");
            case "bad_client_secret" -> Finding.fine(subject, "it has the form of one, and is not the Client Secret");
            default -> Finding.unknown(subject, "that it is not the Client Secret cannot be asked: " + answer);
        };
    }

    private String exchange(String clientId, String secret) {
        try {
            client.read(
                    "oauth.v2.access",
                    methods -> methods.oauthV2Access(
                            r -> r.clientId(clientId).clientSecret(secret).code("parlance-check")));
            return "accepted";
        } catch (BotException e) {
            return e.code();
        }
    }
}
