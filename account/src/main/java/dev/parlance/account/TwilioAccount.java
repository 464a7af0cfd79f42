package dev.parlance.account;

import com.twilio.http.TwilioRestClient;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.AccountSettings.ApiKey;
import dev.parlance.settings.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * An account at Twilio.
 *
 * <pre>{@code
 * try (TwilioAccount account = TwilioAccount.open(AccountSettings.from(Settings.standard()))) {
 *     account.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."));
 *     account.messages().list(q -> q.sentAfter(yesterday)).forEach(message -> log.info("{}", message));
 * }
 * }</pre>
 *
 * <p>Opening makes no request. Every request has a time-out, is repeated only where that cannot do a thing twice (see
 * {@link RetryPolicy}), and fails with an {@link AccountException}. Safe for use by several threads; one for the whole
 * application is best, since it keeps its connections. It starts no thread.
 */
public final class TwilioAccount implements TextSender, CallPlacer, AutoCloseable {
    private final AccountSettings settings;
    private final Destination destination;
    private final RetryingClient http;
    private final TwilioApi api;
    private final Tokens tokens;

    private TwilioAccount(Builder options) {
        settings = options.settings;
        Retries retries = new Retries(options.retries, options.clock, options.sleeper, options.random);
        destination = new Destination(options.baseUrl);
        Wire wire = new Wire(destination, options.connectTimeout, options.timeout, options.clock);
        http = new RetryingClient(wire, retries);
        api = new TwilioApi(restClient(settings, http));
        tokens = new Tokens(settings, options.clock);
    }

    /** Opens the account with the defaults of {@link Builder}. */
    public static TwilioAccount open(AccountSettings settings) {
        return with(settings).open();
    }

    /** Begins to open the account with other time-outs, retries or another address than Twilio's own. */
    public static Builder with(AccountSettings settings) {
        return new Builder(settings);
    }

    /**
     * Sends a text from its own sender, else from {@link AccountSettings#textSender()}.
     *
     * <p>A sender without a channel is taken to be on the channel of the person: {@code +15005550006} writes to
     * {@code whatsapp:+5215512345678} as {@code whatsapp:+15005550006}.
     *
     * @throws AccountException if it was refused, or if it is not known whether it was accepted
     */
    @Override
    public Receipt send(TextMessage text) {
        return Texts.send(api, text, settings.textSender());
    }

    /**
     * Begins a call from its own number, else from {@link AccountSettings#phoneNumber()}.
     *
     * @throws AccountException if it was refused, or if it is not known whether it was accepted
     */
    @Override
    public Receipt place(PhoneCall call) {
        return Calls.place(api, call, settings.phoneNumber());
    }

    /** The messages that the account sent and received. */
    public MessageLog messages() {
        return new MessageLog(api);
    }

    /** The phone numbers that the account owns. */
    public OwnedNumbers numbers() {
        return new OwnedNumbers(api);
    }

    /** The account's conversations. */
    public TwilioConversations conversations() {
        return new TwilioConversations(this);
    }

    /** What numbers, messaging services and TwiML applications call. */
    public Wiring wiring() {
        return new Wiring(api, numbers());
    }

    /** Tokens for the phone in a browser or an app. */
    public Tokens tokens() {
        return tokens;
    }

    /**
     * Uploads a file.
     *
     * @param answer reads the JSON that Twilio answers; what it throws at one that it cannot read becomes an
     *     AccountException
     * @throws AccountException if it was refused, or if it is not known whether it was accepted
     */
    public <T> T upload(FileUpload file, Function<String, T> answer) {
        return api.change(
                "an upload",
                client -> answer.apply(client.request(new UploadRequest(file)).getContent()));
    }

    /**
     * Where a URL of Twilio's is reached: at itself, or below the address that the account was
     * {@linkplain Builder#baseUrl given}. For a request that needs no login.
     */
    public URI reach(URI url) {
        return destination.below(url);
    }

    /** What the account was opened with. */
    public AccountSettings settings() {
        return settings;
    }

    /**
     * Asks for something that this class does not cover, by Twilio's own SDK: {@code account.read("a service",
     * client -> Service.fetcher(sid).fetch(client))}. An answer that the SDK cannot read is an {@link AccountException}
     * too.
     *
     * @param what the thing that is asked for, for the error's text
     */
    public <T> T read(String what, Function<TwilioRestClient, T> request) {
        return api.read(what, request);
    }

    /**
     * Creates or changes something that this class does not cover; see {@link #read}. After an answer that cannot be
     * read it is not known whether that was done.
     *
     * @param what the thing that is changed, for the error's text
     */
    public <T> T change(String what, Function<TwilioRestClient, T> request) {
        return api.change(what, request);
    }

    /**
     * The client of Twilio's own SDK, for what this class does not cover. Its requests go the same way: same address,
     * time-outs and retries, and an {@link AccountException} for every answer of 400 and more. It is closed with the
     * account. This is the one place where a new major version of the SDK can break code that uses Parlance.
     */
    public TwilioRestClient restClient() {
        return api.client();
    }

    /** Closes the connections. A request after that is an {@link IllegalStateException}. */
    @Override
    public void close() {
        http.close();
    }

    private static TwilioRestClient restClient(AccountSettings settings, RetryingClient http) {
        ApiKey login = settings.apiKey()
                .or(() -> settings.authToken().map(token -> new ApiKey(settings.accountSid(), token)))
                .orElseThrow(
                        () -> AccountException.notSetUp(
                                "There is nothing to log in with: set TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET"));
        Secret secret = login.secret();
        TwilioRestClient.Builder client = new TwilioRestClient.Builder(login.sid(), secret.reveal())
                .accountSid(settings.accountSid())
                .userAgentExtensions(List.of("parlance"))
                .httpClient(http);
        settings.region().ifPresent(region -> client.region(region.name()).edge(region.edge()));
        return new SilentRestClient(client);
    }

    /** What may be set before an account is opened. For one thread. */
    public static final class Builder {
        private final AccountSettings settings;
        private Optional<URI> baseUrl = Optional.empty();
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration timeout = Duration.ofSeconds(15);
        private RetryPolicy retries = RetryPolicy.standard();
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.REAL;
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

        private Builder(AccountSettings settings) {
            this.settings = settings;
        }

        /**
         * Sends every request to this address, with the name of Twilio's host as the first segment of the path:
         * {@code https://api.twilio.com/2010-04-01/…} goes to {@code http://localhost:1234/api.twilio.com/2010-04-01/…}.
         * The credentials go there too.
         */
        public Builder baseUrl(URI url) {
            this.baseUrl = Optional.of(url);
            return this;
        }

        /** How long a connection may take to be opened, and its TLS handshake after that; 5 seconds if not set. */
        public Builder connectTimeout(Duration time) {
            this.connectTimeout = atLeastOneMillisecond(time);
            return this;
        }

        /** How long Twilio may take to answer one request; 15 seconds if not set. */
        public Builder timeout(Duration time) {
            this.timeout = atLeastOneMillisecond(time);
            return this;
        }

        /** How often and how long a request is repeated; {@link RetryPolicy#standard()} if not set. */
        public Builder retries(RetryPolicy policy) {
            this.retries = policy;
            return this;
        }

        /** The clock by which tokens expire and retries end; the system's if not set. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** How pauses between tries pass, and the random numbers from 0 to 1 that shorten them. */
        Builder pauses(Sleeper sleeper, DoubleSupplier random) {
            this.sleeper = sleeper;
            this.random = random;
            return this;
        }

        /** Opens the account; no request is made. */
        public TwilioAccount open() {
            return new TwilioAccount(this);
        }

        private static Duration atLeastOneMillisecond(Duration time) {
            if (time.toMillis() < 1) {
                throw new IllegalArgumentException("A time-out is at least a millisecond, not " + time);
            }
            return time;
        }
    }
}
