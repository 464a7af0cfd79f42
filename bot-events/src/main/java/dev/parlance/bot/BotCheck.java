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
 * Checks the setup of a bot before you subscribe it to events: its token, signing secret, user id, scopes, and whether its URL
 * can be reached.
 *
 * <pre>{@code
 * BotSettings bot = BotSettings.from(settings);
 * List<Finding> findings = BotCheck.of(bot, BotClient.of(bot.token())).withUrl(url).run();
 * findings.forEach(System.out::println);
 * }</pre>
 *
 * <p>Changes nothing. Sends the URL two verification requests like Slack's: one signed with the signing secret, one with an
 * invalid signature.
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

    /** Creates a check of these settings. The client must use their token. */
    public static BotCheck of(BotSettings settings, BotClient client) {
        return new BotCheck(settings, client, Set.of(), Optional.empty());
    }

    /** Also checks that the app has these scopes. Pass {@link BotEvents#scopes()}. */
    public BotCheck withScopes(Set<String> needed) {
        return new BotCheck(settings, client, Set.copyOf(needed), url);
    }

    /** Also checks that the bot answers at this URL, the one you enter under "Event Subscriptions". */
    public BotCheck withUrl(URI requestUrl) {
        return new BotCheck(settings, client, scopes, Optional.of(requestUrl));
    }

    /** Runs all checks and returns all findings. */
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        checkToken(findings);
        findings.add(signingSecret());
        url.ifPresent(it -> findings.addAll(new UrlCheck(client.http(), settings.signingSecret()).of(it)));
        return List.copyOf(findings);
    }

    private void checkToken(List<Finding> findings) {
        String subject = "SLACK_BOT_TOKEN";
        Optional<String> wrongKind = wrongKindOfToken(settings.token().reveal());
        if (wrongKind.isPresent()) {
            findings.add(Finding.wrong(
                    subject, "this is " + wrongKind.get() + "; use the Bot User OAuth Token, which starts with xoxb-"));
            return;
        }
        try {
            AuthTestResponse response = client.authTest();
            BotIdentity identity = BotClient.identityOf(response);
            findings.add(Finding.fine(subject, "valid for " + identity.user() + " in " + identity.team()));
            findings.add(userId(identity));
            findings.add(scopesFinding(grantedScopes(response.getHttpResponseHeaders())));
        } catch (BotException e) {
            findings.add(Finding.wrong(subject, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<String> wrongKindOfToken(String token) {
        if (token.startsWith("xoxb-") || token.startsWith("xoxe.xoxb-")) {
            return Optional.empty();
        }
        if (token.startsWith("xoxp-") || token.startsWith("xoxe.xoxp-")) {
            return Optional.of("a user token");
        }
        if (token.startsWith("xapp-")) {
            return Optional.of("an app-level token");
        }
        return Optional.of(SIGNING_SECRET.matcher(token).matches() ? "a secret of the app" : "not a Slack token");
    }

    private Finding userId(BotIdentity identity) {
        String subject = "SLACK_BOT_USER_ID";
        String own = identity.userId();
        if (settings.userId().isEmpty() || settings.userId().get().equals(own)) {
            return Finding.fine(subject, "the bot's user id is " + own);
        }
        String given = settings.userId().get();
        String what = switch (given.charAt(0)) {
            case 'A' -> "is an app id, as in the URL of the app's settings";
            case 'B' -> "is a bot id, not a user id";
            default -> "does not belong to this token";
        };
        return Finding.wrong(subject, given + " " + what + "; the bot's user id is " + own);
    }

    private static Set<String> grantedScopes(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("X-OAuth-Scopes"))
                .flatMap(header -> header.getValue().stream())
                .flatMap(value -> Pattern.compile("\\s*,\\s*").splitAsStream(value.strip()))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Finding scopesFinding(Set<String> granted) {
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
                "all required scopes are there"
                        + (unused.isEmpty() ? "" : "; not needed: " + String.join(", ", unused)));
    }

    private Finding signingSecret() {
        String subject = "SLACK_SIGNING_SECRET";
        String secret = settings.signingSecret().reveal();
        if (!SIGNING_SECRET.matcher(secret).matches()) {
            return Finding.wrong(
                    subject,
                    "this value has " + secret.length()
                            + " characters, but the Signing Secret under \"Basic Information\" has"
                            + " 32 hexadecimal digits");
        }
        if (settings.clientId().isEmpty()) {
            return Finding.unknown(
                    subject,
                    "the format is right, but the Client Secret has the same format; set SLACK_CLIENT_ID, which is not secret,"
                            + " to check which one this is");
        }
        return compareWithClientSecret(subject, secret, settings.clientId().get());
    }

    /**
     * Detects a Client Secret by exchanging an invalid code: Slack reports a wrong secret before a wrong code. A first exchange
     * with a secret that is certainly wrong verifies that Slack does so. The Signing Secret itself cannot be checked.
     */
    private Finding compareWithClientSecret(String subject, String secret, String clientId) {
        String wrongSecret = "bad_client_secret";
        String control = exchange(clientId, NO_SECRET);
        if (!control.equals(wrongSecret)) {
            return Finding.unknown(
                    subject, "the format is right; Slack did not reveal whether this is the Client Secret: " + control);
        }
        String answer = exchange(clientId, secret);
        return switch (answer) {
            case "invalid_code", "code_already_used" ->
                Finding.wrong(
                        subject,
                        "this is the app's Client Secret; use the Signing Secret, which is below it under"
                                + " \"Basic Information\"");
            case "bad_client_secret" -> Finding.fine(subject, "the format is right, and this is not the Client Secret");
            default -> Finding.unknown(subject, "Slack did not reveal whether this is the Client Secret: " + answer);
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
