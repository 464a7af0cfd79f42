package dev.parlance.settings;

import dev.parlance.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The settings of a Twilio account: read with {@link #from}, or given in code. Immutable: each {@code with} method returns new
 * settings.
 *
 * <pre>{@code
 * AccountSettings account = AccountSettings.from(Settings.standard());
 * AccountSettings inCode = AccountSettings.of("AC…", Secret.of("…")).withPhoneNumber(Address.of("+15005550006"));
 * }</pre>
 */
public final class AccountSettings {
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{1,14}|\\d{3,8}");

    private final String accountSid;
    private final Options options;

    /** An API key: its SID, and its secret, which Twilio shows only once. */
    public record ApiKey(String sid, Secret secret) {}

    /** Mutable only while new {@link AccountSettings} are created. */
    private static final class Options {
        Optional<Secret> authToken = Optional.empty();
        Optional<ApiKey> apiKey = Optional.empty();
        Optional<Address> phoneNumber = Optional.empty();
        Optional<String> textSender = Optional.empty();
        Optional<String> voiceApplicationSid = Optional.empty();
        Optional<TwilioRegion> region = Optional.empty();

        Options copy() {
            Options copy = new Options();
            copy.authToken = authToken;
            copy.apiKey = apiKey;
            copy.phoneNumber = phoneNumber;
            copy.textSender = textSender;
            copy.voiceApplicationSid = voiceApplicationSid;
            copy.region = region;
            return copy;
        }
    }

    private AccountSettings(String accountSid, Options options) {
        this.accountSid = accountSid;
        this.options = options;
    }

    /** An account with its auth token. */
    public static AccountSettings of(String accountSid, Secret authToken) {
        Options options = new Options();
        options.authToken = Optional.of(authToken);
        return new AccountSettings(accountSid, options);
    }

    /** An account with an API key only: it can do everything but check the signatures of webhooks. */
    public static AccountSettings of(String accountSid, ApiKey apiKey) {
        Options options = new Options();
        options.apiKey = Optional.of(apiKey);
        return new AccountSettings(accountSid, options);
    }

    private AccountSettings with(Consumer<Options> change) {
        Options changed = options.copy();
        change.accept(changed);
        return new AccountSettings(accountSid, changed);
    }

    /** Sets an API key, which requests use instead of the auth token, and which signs access tokens. */
    public AccountSettings withApiKey(ApiKey key) {
        return with(options -> options.apiKey = Optional.of(key));
    }

    /** Sets the number for calls, and for texts if there is no text sender. */
    public AccountSettings withPhoneNumber(Address number) {
        return with(options -> options.phoneNumber = Optional.of(number));
    }

    /** Sets the messaging service ({@code MG…}) or number for texts. Default: the phone number. */
    public AccountSettings withTextSender(String sender) {
        return with(options -> options.textSender = Optional.of(sender));
    }

    /** Sets the application for calls from a browser. */
    public AccountSettings withVoiceApplicationSid(String sid) {
        return with(options -> options.voiceApplicationSid = Optional.of(sid));
    }

    /** Sets where requests go. Default: US1. */
    public AccountSettings withRegion(TwilioRegion region) {
        return with(options -> options.region = Optional.of(region));
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
        Optional<Address> number = reader.optional(
                List.of("TWILIO_PHONE_NUMBER", "TWILIO_NUMBER", "TWILIO_VOICE_NUMBER"),
                "a number with its country code, for example +15005550006",
                matching(NUMBER).andThen(Address::of));
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
        Options options = new Options();
        options.authToken = authToken;
        options.apiKey = keySid.map(sid -> new ApiKey(sid, keySecret.orElseThrow()));
        options.phoneNumber = number;
        options.textSender = sender;
        options.voiceApplicationSid = application;
        options.region = region;
        return new AccountSettings(accountSid.orElseThrow(), options);
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

    /** {@code TWILIO_ACCOUNT_SID}. */
    public String accountSid() {
        return accountSid;
    }

    /** {@code TWILIO_AUTH_TOKEN}, which also signs webhooks; there is one unless there is an API key. */
    public Optional<Secret> authToken() {
        return options.authToken;
    }

    /** {@code TWILIO_API_KEY} and {@code TWILIO_API_SECRET}, which also sign access tokens. */
    public Optional<ApiKey> apiKey() {
        return options.apiKey;
    }

    /** {@code TWILIO_PHONE_NUMBER}, also {@code TWILIO_NUMBER} or {@code TWILIO_VOICE_NUMBER}: the number for calls. */
    public Optional<Address> phoneNumber() {
        return options.phoneNumber;
    }

    /**
     * {@code TWILIO_MESSAGE_SERVICE}, also {@code TWILIO_MESSAGING_SENDER}: the messaging service or number for texts. Default:
     * the phone number.
     */
    public Optional<String> textSender() {
        return options.textSender.or(() -> options.phoneNumber.map(Address::value));
    }

    /** {@code TWILIO_APP_SID}: the application for calls from a browser. */
    public Optional<String> voiceApplicationSid() {
        return options.voiceApplicationSid;
    }

    /** {@code TWILIO_REGION} and {@code TWILIO_EDGE}: where requests go. Default: US1. */
    public Optional<TwilioRegion> region() {
        return options.region;
    }

    private List<Object> values() {
        return List.of(
                accountSid,
                options.authToken,
                options.apiKey,
                options.phoneNumber,
                options.textSender,
                options.voiceApplicationSid,
                options.region);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountSettings that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** The account, with masked secrets and numbers. */
    @Override
    public String toString() {
        return "AccountSettings[" + accountSid + ", authToken=" + options.authToken + ", apiKey=" + options.apiKey
                + ", phoneNumber=" + options.phoneNumber + "]";
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
