package dev.parlance.account;

import com.twilio.http.TwilioRestClient;
import dev.parlance.Address;
import dev.parlance.internal.Retries;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.SentText;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.AccountSettings.ApiKey;
import dev.parlance.settings.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A Twilio account: sends texts, places calls, and manages numbers, messages and tokens.
 *
 * <pre>{@code
 * try (TwilioAccount account = TwilioAccount.open(AccountSettings.from(Settings.standard()))) {
 *     account.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."));
 *     account.messages().list(query -> query.withTo(Address.of("+15005550006"))).limit(20).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Opening an account sends no request. Every request has a time-out, is retried only if that can't do anything twice (see
 * {@link RetryPolicy}), and fails with an {@link AccountException}. Thread-safe; use one instance for the whole application, so
 * that connections are reused. Starts no threads.
 */
public final class TwilioAccount implements TextSender, CallPlacer, AutoCloseable {
    private final AccountSettings settings;
    private final Destination destination;
    private final RetryingClient http;
    private final TwilioApi api;
    private final Tokens tokens;
    private final TextSender texts;
    private final CallPlacer calls;

    private TwilioAccount(Builder options) {
        settings = options.settings;
        Retries retries = options.retries
                .retries()
                .withClock(options.clock)
                .withSleeper(options.sleeper)
                .withRandom(options.random);
        destination = new Destination(options.baseUrl);
        Transport transport = new Transport(destination, options.connectTimeout, options.timeout, options.clock);
        http = new RetryingClient(transport, retries);
        api = new TwilioApi(restClient(settings, http));
        tokens = new Tokens(settings, options.clock);
        texts = options.aroundTexts.apply(text -> Texts.send(api, text, settings.textSender()));
        calls = options.aroundCalls.apply(call -> Calls.place(api, call, settings.phoneNumber()));
    }

    /** Opens the account with the defaults of {@link Builder}. */
    public static TwilioAccount open(AccountSettings settings) {
        return builder(settings).build();
    }

    /** Starts opening the account with other time-outs, retries or another base URL. */
    public static Builder builder(AccountSettings settings) {
        return new Builder(settings);
    }

    /**
     * Sends a text from its sender. Default: {@link AccountSettings#textSender()}.
     *
     * <p>A sender without a channel uses the recipient's channel: {@code +15005550006} sends to
     * {@code whatsapp:+5215512345678} as {@code whatsapp:+15005550006}.
     *
     * @throws AccountException if Twilio refused it, or if it is unknown whether Twilio accepted it
     */
    @Override
    public Receipt send(TextMessage text) {
        return texts.send(text);
    }

    @Override
    public Optional<List<SentText>> sentTo(Address person, Instant since) {
        return Optional.of(SentTexts.to(api, person, since));
    }

    /** Uses Twilio's typing indicators, which are in public beta, and not meant for data under HIPAA or PCI. */
    @Override
    public void showTyping(Address person, String message) {
        Typing.show(api, person, message);
    }

    /**
     * Places a call from its number. Default: {@link AccountSettings#phoneNumber()}.
     *
     * @throws AccountException if Twilio refused it, or if it is unknown whether Twilio accepted it
     */
    @Override
    public Receipt place(PhoneCall call) {
        return calls.place(call);
    }

    @Override
    public boolean canReach(URI webhook) {
        return !destination.isTwilio() || PublicHost.isIn(webhook);
    }

    /** The messages that the account sent and received. */
    public MessageLog messages() {
        return new MessageLog(api);
    }

    /** The phone numbers that the account owns. */
    public OwnedNumbers numbers() {
        return new OwnedNumbers(api);
    }

    /** Messages with buttons and lists, and WhatsApp's approval of them. */
    public Contents contents() {
        return new Contents(api);
    }

    /** The account's conversations. */
    public TwilioConversations conversations() {
        return new TwilioConversations(this);
    }

    /** The webhooks of numbers, messaging services and TwiML applications: reads, sets and restores them. */
    public Webhooks webhooks() {
        return new Webhooks(api);
    }

    /** Tokens for phones in browsers and apps. */
    public Tokens tokens() {
        return tokens;
    }

    /**
     * Uploads a file.
     *
     * @param answer parses Twilio's JSON response; if it throws, the upload fails with an AccountException
     * @throws AccountException if Twilio refused it, or if it is unknown whether Twilio accepted it
     */
    public <T> T upload(FileUpload file, Function<String, T> answer) {
        return api.change(
                "an upload",
                client -> answer.apply(client.request(new UploadRequest(file)).getContent()));
    }

    /**
     * Returns where to reach a Twilio URL: the URL itself or, with a {@linkplain Builder#baseUrl base URL}, its replacement below
     * that. For requests that need no login.
     */
    public URI reach(URI url) {
        return destination.below(url);
    }

    /** The settings that the account was opened with. */
    public AccountSettings settings() {
        return settings;
    }

    /**
     * Reads something that this class does not cover, with Twilio's SDK: {@code account.read("a service",
     * client -> Service.fetcher(sid).fetch(client))}. A response that the SDK can't parse also fails with an
     * {@link AccountException}.
     *
     * @param what the resource, for the error message
     */
    public <T> T read(String what, Function<TwilioRestClient, T> request) {
        return api.read(what, request);
    }

    /**
     * Creates or changes something that this class does not cover; see {@link #read}. If the response can't be parsed, it is
     * unknown whether Twilio made the change.
     *
     * @param what the resource, for the error message
     */
    public <T> T change(String what, Function<TwilioRestClient, T> request) {
        return api.change(what, request);
    }

    /**
     * The client of Twilio's SDK, for what this class does not cover. It has the same base URL, time-outs and retries, and throws an
     * {@link AccountException} for every status of 400 or more. It is closed with the account. Only code that uses this client
     * can break with a new major version of the SDK.
     */
    public TwilioRestClient restClient() {
        return api.client();
    }

    /** Closes the connections. Later requests throw an {@link IllegalStateException}. */
    @Override
    public void close() {
        http.close();
    }

    private static TwilioRestClient restClient(AccountSettings settings, RetryingClient http) {
        ApiKey login = settings.apiKey()
                .or(() -> settings.authToken().map(token -> new ApiKey(settings.accountSid(), token)))
                .orElseThrow(
                        () -> AccountException.notSent(
                                "The account has no credentials: set TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET"));
        Secret secret = login.secret();
        TwilioRestClient.Builder client = new TwilioRestClient.Builder(login.sid(), secret.reveal())
                .accountSid(settings.accountSid())
                .userAgentExtensions(List.of("parlance"))
                .httpClient(http);
        settings.region().ifPresent(region -> client.region(region.name()).edge(region.edge()));
        return new SilentRestClient(client);
    }

    /** Options for opening an account. Not thread-safe. */
    public static final class Builder {
        private final AccountSettings settings;
        private Optional<URI> baseUrl = Optional.empty();
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration timeout = Duration.ofSeconds(15);
        private RetryPolicy retries = RetryPolicy.standard();
        private Clock clock = Clock.systemUTC();
        private Retries.Sleeper sleeper = Retries.Sleeper.REAL;
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
        private UnaryOperator<TextSender> aroundTexts = UnaryOperator.identity();
        private UnaryOperator<CallPlacer> aroundCalls = UnaryOperator.identity();

        private Builder(AccountSettings settings) {
            this.settings = settings;
        }

        /**
         * Sends every request, with the credentials, to this URL. Twilio's host becomes the first segment of the path:
         * {@code https://api.twilio.com/2010-04-01/…} becomes {@code http://localhost:1234/api.twilio.com/2010-04-01/…}.
         */
        public Builder baseUrl(URI url) {
            this.baseUrl = Optional.of(url);
            return this;
        }

        /** Sets the time-out for opening a connection, and for its TLS handshake after that. Default: 5 seconds. */
        public Builder connectTimeout(Duration time) {
            this.connectTimeout = atLeastOneMillisecond(time);
            return this;
        }

        /** Sets the time-out for the whole response to a request. Default: 15 seconds. */
        public Builder timeout(Duration time) {
            this.timeout = atLeastOneMillisecond(time);
            return this;
        }

        /** Sets how often and how long a request is retried. Default: {@link RetryPolicy#standard()}. */
        public Builder retries(RetryPolicy policy) {
            this.retries = policy;
            return this;
        }

        /** Sets the clock for token expiry and retries. Default: the system clock. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Wraps the sender of all texts, for metrics, logs or limits of your own: {@code aroundTexts(sender -> text -> …)}. What is
         * added last is called first.
         */
        public Builder aroundTexts(UnaryOperator<TextSender> wrapper) {
            UnaryOperator<TextSender> inner = aroundTexts;
            this.aroundTexts = sender -> wrapper.apply(inner.apply(sender));
            return this;
        }

        /** Wraps the placer of all calls, as {@link #aroundTexts} does for texts. */
        public Builder aroundCalls(UnaryOperator<CallPlacer> wrapper) {
            UnaryOperator<CallPlacer> inner = aroundCalls;
            this.aroundCalls = placer -> wrapper.apply(inner.apply(placer));
            return this;
        }

        /** Sets how to pause between tries, and the random numbers from 0 to 1 that shorten the pauses. */
        Builder pauses(Retries.Sleeper sleeper, DoubleSupplier random) {
            this.sleeper = sleeper;
            this.random = random;
            return this;
        }

        /** Opens the account. Sends no request. */
        public TwilioAccount build() {
            return new TwilioAccount(this);
        }

        private static Duration atLeastOneMillisecond(Duration time) {
            if (time.toMillis() < 1) {
                throw new IllegalArgumentException("A time-out must be at least a millisecond, not " + time);
            }
            return time;
        }
    }
}
