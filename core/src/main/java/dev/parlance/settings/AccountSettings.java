package dev.parlance.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The settings of a Twilio account.
 *
 * <pre>{@code
 * AccountSettings account = AccountSettings.from(Settings.standard());
 * }</pre>
 *
 * @param accountSid {@code TWILIO_ACCOUNT_SID}
 * @param authToken {@code TWILIO_AUTH_TOKEN}, which also signs webhooks; required unless there is an API key
 * @param apiKey {@code TWILIO_API_KEY} and {@code TWILIO_API_SECRET}, which also sign access tokens
 * @param phoneNumber {@code TWILIO_PHONE_NUMBER} (also {@code TWILIO_NUMBER}, {@code TWILIO_VOICE_NUMBER}): the number for
 *     calls, and for texts if there is no text sender
 * @param textSender {@code TWILIO_MESSAGE_SERVICE} (also {@code TWILIO_MESSAGING_SENDER}): the messaging service or number
 *     for texts. Default: the phone number
 * @param voiceApplicationSid {@code TWILIO_APP_SID}: the application for calls from a browser
 * @param region {@code TWILIO_REGION} and {@code TWILIO_EDGE}: where requests go. Default: US1
 */
public record AccountSettings(
        String accountSid,
        Optional<Secret> authToken,
        Optional<ApiKey> apiKey,
        Optional<String> phoneNumber,
        Optional<String> textSender,
        Optional<String> voiceApplicationSid,
        Optional<TwilioRegion> region) {
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{1,14}|\\d{3,8}");

    /** An API key: its SID, and its secret, which Twilio shows only once. */
    public record ApiKey(String sid, Secret secret) {}

    /** An account in Twilio's default region. */
    public AccountSettings(
            String accountSid,
            Optional<Secret> authToken,
            Optional<ApiKey> apiKey,
            Optional<String> phoneNumber,
            Optional<String> textSender,
            Optional<String> voiceApplicationSid) {
        this(accountSid, authToken, apiKey, phoneNumber, textSender, voiceApplicationSid, Optional.empty());
    }

    /** The same account in this region. */
    public AccountSettings withRegion(TwilioRegion other) {
        return new AccountSettings(
                accountSid, authToken, apiKey, phoneNumber, textSender, voiceApplicationSid, Optional.of(other));
    }

    /**
     * Reads the account's settings.
     *
     * @throws SettingsException with everything that is missing or invalid
     */
    public static AccountSettings from(Settings settings) {
        SettingsReader reader = settings.reader();
        Optional<String> accountSid = reader.required("TWILIO_ACCOUNT_SID", sidDescription("AC"), sid("AC"));
        Optional<Secret> authToken = reader.optional("TWILIO_AUTH_TOKEN", "32 hexadecimal digits", token());
        Optional<String> keySid = reader.optional("TWILIO_API_KEY", sidDescription("SK"), sid("SK"));
        Optional<Secret> keySecret = reader.optional("TWILIO_API_SECRET", "the secret of the API key", Secret::of);
        Optional<String> number = reader.optional(
                List.of("TWILIO_PHONE_NUMBER", "TWILIO_NUMBER", "TWILIO_VOICE_NUMBER"),
                "a number with its country code, for example +15005550006",
                matching(NUMBER));
        Optional<String> sender = reader.optional(
                List.of("TWILIO_MESSAGE_SERVICE", "TWILIO_MESSAGING_SENDER"),
                "a messaging service (MG and 32 hexadecimal digits) or a number with its country code",
                matching(Pattern.compile("MG[0-9a-fA-F]{32}|" + NUMBER.pattern())));
        Optional<String> application = reader.optional("TWILIO_APP_SID", sidDescription("AP"), sid("AP"));

        Optional<TwilioRegion> region = region(settings, reader);

        boolean hasKey = settings.find("TWILIO_API_KEY").isPresent();
        boolean hasKeySecret = settings.find("TWILIO_API_SECRET").isPresent();
        if (hasKey && !hasKeySecret) {
            reader.missing("TWILIO_API_SECRET", "the secret of the API key in TWILIO_API_KEY");
        } else if (hasKeySecret && !hasKey) {
            reader.missing("TWILIO_API_KEY", "the SID of the API key whose secret is in TWILIO_API_SECRET");
        } else if (!hasKey && settings.find("TWILIO_AUTH_TOKEN").isEmpty()) {
            reader.missing("TWILIO_AUTH_TOKEN", "the account's token; or set TWILIO_API_KEY and TWILIO_API_SECRET");
        }
        reader.failOnProblems();
        return new AccountSettings(
                accountSid.orElseThrow(),
                authToken,
                keySid.map(sid -> new ApiKey(sid, keySecret.orElseThrow())),
                number,
                sender.or(() -> number),
                application,
                region);
    }

    /**
     * A region has a default edge. An edge alone is refused, because it doesn't say where Twilio keeps the data:
     * {@code dublin} works with both {@code us1} and {@code ie1}.
     */
    private static Optional<TwilioRegion> region(Settings settings, SettingsReader reader) {
        Optional<String> name =
                reader.optional("TWILIO_REGION", "a region, for example ie1", matching(TwilioRegion.LABEL));
        Optional<String> edge =
                reader.optional("TWILIO_EDGE", "an edge, for example dublin", matching(TwilioRegion.LABEL));
        if (settings.find("TWILIO_EDGE").isPresent()) {
            if (settings.find("TWILIO_REGION").isEmpty()) {
                reader.missing("TWILIO_REGION", "the region behind TWILIO_EDGE, for example ie1 or us1");
            }
            return name.flatMap(region -> edge.map(edgeName -> new TwilioRegion(region, edgeName)));
        }
        if (name.isPresent() && TwilioRegion.find(name.get()).isEmpty()) {
            reader.missing("TWILIO_EDGE", "the edge of the region in TWILIO_REGION, for example dublin for ie1");
        }
        return name.flatMap(TwilioRegion::find);
    }

    private static String sidDescription(String prefix) {
        return prefix + " and 32 hexadecimal digits";
    }

    private static Function<String, String> sid(String prefix) {
        return matching(Pattern.compile(prefix + "[0-9a-fA-F]{32}"));
    }

    private static Function<String, Secret> token() {
        return matching(Pattern.compile("[0-9a-fA-F]{32}")).andThen(Secret::of);
    }

    private static Function<String, String> matching(Pattern pattern) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("does not match");
            }
            return text;
        };
    }
}
