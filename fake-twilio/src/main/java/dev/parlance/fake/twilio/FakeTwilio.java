package dev.parlance.fake.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.Address;
import dev.parlance.fake.Fake;
import dev.parlance.fake.FakeLifecycle;
import dev.parlance.fake.internal.AtOnce;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.fake.twilio.log.Log;
import dev.parlance.fake.twilio.replay.Comparison;
import dev.parlance.fake.twilio.replay.Difference;
import dev.parlance.fake.twilio.replay.PassThrough;
import dev.parlance.fake.twilio.replay.Recorder;
import dev.parlance.fake.twilio.replay.Recording;
import dev.parlance.fake.twilio.replay.Replay;
import dev.parlance.fake.twilio.world.NumberDetails;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.fake.twilio.world.WorldClock;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A fake Twilio on your machine: the API that your application calls, and people who text and call it. Start here.
 *
 * <pre>{@code
 * try (FakeTwilio twilio = FakeTwilio.start()) {
 *     twilio.number("+15005550100").onText("http://localhost:8080/sms");
 *     twilio.phone("+5215512345678").texts("hola").receives("¡Hola!");
 * }
 * }</pre>
 *
 * <p>In tests, let {@code parlance-testkit} start and close it: {@code @ForEachTest static final FakeTwilio twilio =
 * FakeTwilio.create();}
 */
public final class FakeTwilio implements Fake {
    private final Lifecycle lifecycle;
    private final FakeAccount account;
    private final Clock clock = WorldClock.of(this::world);
    private boolean strict;
    private volatile Duration realTimeLimit = Duration.ofSeconds(2);

    private FakeTwilio(FakeAccount account) {
        this.account = account;
        this.lifecycle = new Lifecycle(account, this::alertsThatFail);
    }

    /** Creates a fake for a test framework to start and close. Its account has the same SID and token in every run. */
    public static FakeTwilio create() {
        return new FakeTwilio(FakeAccount.forTests());
    }

    /** Starts a fake. Close it when done. */
    public static FakeTwilio start() {
        return start(FakeAccount.forTests());
    }

    /** Starts a fake with this account. Use {@link FakeAccount#random()} if other programs can reach the fake. */
    public static FakeTwilio start(FakeAccount account) {
        FakeTwilio twilio = new FakeTwilio(account);
        twilio.url();
        return twilio;
    }

    /**
     * The API's base URL, in plain HTTP. If your client takes a base URL for each Twilio host, append the host name:
     * {@code http://localhost:1234/api.twilio.com}.
     */
    public URI url() {
        return lifecycle.ports().http();
    }

    /** The API's base URL over TLS, with a certificate for all Twilio host names. */
    public URI secureUrl() {
        return lifecycle.ports().https();
    }

    /**
     * A proxy for clients whose base URL can't be changed but that support a proxy, for example by {@code HTTPS_PROXY}. They
     * connect to Twilio's host names and reach the fake. They must trust its {@linkplain #certificatePem certificate}.
     */
    public URI proxyUrl() {
        return lifecycle.ports().proxy();
    }

    /** The certificate authority that clients must trust, in PEM format. */
    public String certificatePem() {
        return lifecycle.ports().certificates().authorityPem();
    }

    /** For Java clients. Trusts only this fake. */
    public SSLContext sslContext() {
        return lifecycle.ports().certificates().trusting();
    }

    /** The account's SID. */
    public String accountSid() {
        return account.sid();
    }

    /** The account's auth token, which signs its webhooks. */
    public Secret authToken() {
        return Secret.of(world().accounts().token(accountSid()));
    }

    /** The account's settings, for {@code TwilioAccount.with}. Texts are sent from the first number. */
    public AccountSettings settings() {
        Optional<Address> number = world().owned().numbers().oldestFirst().stream()
                .map(owned -> Address.of(owned.text("phone_number")))
                .findFirst();
        AccountSettings settings = AccountSettings.of(accountSid(), authToken());
        return number.map(settings::withPhoneNumber).orElse(settings);
    }

    /** The account as environment variables: {@code TWILIO_ACCOUNT_SID} and {@code TWILIO_AUTH_TOKEN}. */
    public Map<String, String> environment() {
        return Map.of(
                "TWILIO_ACCOUNT_SID",
                accountSid(),
                "TWILIO_AUTH_TOKEN",
                authToken().reveal());
    }

    /** Returns a number of the account. Buys it the first time. */
    public FakeNumber number(String written) {
        String number = PhoneNumbers.normalized(written);
        Shelf numbers = world().owned().numbers();
        if (world().owned().number(number).isEmpty()) {
            numbers.add(Map.of(
                    "account_sid",
                    accountSid(),
                    "phone_number",
                    number,
                    "friendly_name",
                    NumberDetails.of(number).friendlyName()));
        }
        return new FakeNumber(() -> world().owned()
                .number(number)
                .orElseThrow(() -> new IllegalStateException(number + " no longer belongs to the account")));
    }

    /** Creates a messaging service with these numbers and returns its SID. Buys the numbers if necessary. */
    public String messagingService(String... senders) {
        Resource service = world().owned().messagingServices().add(Map.of("account_sid", accountSid()));
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        for (String sender : senders) {
            number(sender);
            numbers.add(sender);
        }
        service.set("_senders", numbers);
        return service.sid();
    }

    /**
     * Creates a Verify service with this name, as in Twilio's console, and returns its SID. It can also send e-mail, which no
     * service created over the API can. The codes arrive at {@link #phone}.
     */
    public String verifyService(String name) {
        return backend().api().verifyService(name);
    }

    /**
     * Creates a TwiML application, which handles calls from browsers.
     *
     * @param voiceUrl the webhook URL for calls
     * @return the SID, for {@code TWILIO_APP_SID}
     */
    public String application(String voiceUrl) {
        return world().owned()
                .applications()
                .add(Map.of("account_sid", accountSid(), "friendly_name", voiceUrl))
                .set("voice_url", voiceUrl)
                .sid();
    }

    /** Creates an API key, which signs access tokens. */
    public AccountSettings.ApiKey apiKey() {
        String secret = world().owned().nextKeySecret();
        Resource key = world().owned().keys().add(Map.of("account_sid", accountSid(), "secret", secret));
        return new AccountSettings.ApiKey(key.sid(), Secret.of(secret));
    }

    /**
     * Adds a resource that applications can read but only Twilio creates, such as an alert or a usage record.
     *
     * <pre>{@code
     * String sid = twilio.addResource("https://monitor.twilio.com/v1/Alerts", Map.of("error_code", "11200"));
     * }</pre>
     *
     * @param url the URL of the list, or of the resource if it has no list
     * @param fields values of fields; the others get defaults
     * @return the SID, or another key at the end of the resource's URL
     */
    public String addResource(String url, Map<String, String> fields) {
        return backend().api().add(URI.create(url), fields);
    }

    /**
     * Creates a Studio flow with these steps and returns its SID. Applications execute it over the API.
     *
     * @see FakeFlow
     */
    public String flow(String name, FakeFlow flow) {
        return backend().api().studio().addFlow(name, flow.steps());
    }

    /**
     * Ends a review at Twilio: sets the status of a brand ({@code APPROVED}, {@code FAILED}), of a campaign ({@code VERIFIED},
     * {@code FAILED}) or of a toll-free verification ({@code TWILIO_APPROVED}, {@code TWILIO_REJECTED}).
     *
     * @throws IllegalArgumentException if there is no such resource, or it can't have this status
     */
    public FakeTwilio review(String sid, String status) {
        backend().api().campaigns().review(sid, status);
        return this;
    }

    /**
     * WhatsApp's review of the content with this name or SID: {@code twilio.content("welcome").rejects("Too vague")}.
     *
     * @see FakeTemplate
     */
    public FakeTemplate content(String nameOrSid) {
        return new FakeTemplate(this::world, nameOrSid);
    }

    /**
     * Makes texts between US numbers undelivered (30034) if the sender is in no messaging service with a verified campaign, as at
     * Twilio. Default: no campaign is needed.
     */
    public FakeTwilio needsCampaigns() {
        world().setNeedsCampaigns(true);
        return this;
    }

    /** Controls for Functions and Assets that the API does not have. */
    public FakeServerless serverless() {
        return new FakeServerless(() -> backend().api().serverless());
    }

    /** The phone at this number. Every number has one. */
    public FakePhone phone(String number) {
        return new FakePhone(this, PhoneNumbers.normalized(number));
    }

    /**
     * Sends webhooks for this URL, and all URLs below it, directly to a handler, without a server or network.
     *
     * <pre>{@code
     * twilio.mount("https://app.example", router);
     * twilio.number("+15005550100").onText("https://app.example/sms");
     * }</pre>
     */
    public FakeTwilio mount(String address, WebhookHandler handler) {
        lifecycle.transport().mount(address, handler);
        return this;
    }

    /**
     * Allows webhooks to this host, for example a container. By default, the fake contacts only this machine, so a test that
     * names a real address by mistake reaches no one.
     */
    public FakeTwilio allowHost(String host) {
        lifecycle.transport().allow(host);
        return this;
    }

    /** Turns the account into a trial account, which can text and call only verified numbers. */
    public FakeTwilio trial() {
        world().accounts().get(accountSid()).set("type", "Trial");
        return this;
    }

    /** Adds a verified number. A trial account can text and call it, and any account can use it as caller ID. */
    public FakeTwilio verifyCallerId(String number) {
        world().owned()
                .callerIds()
                .add(Map.of(
                        "account_sid",
                        accountSid(),
                        "phone_number",
                        number,
                        "friendly_name",
                        NumberDetails.of(number).friendlyName()));
        return this;
    }

    /** Makes tests also fail for {@linkplain #alerts alerts}, for example about an unknown TwiML attribute. */
    public FakeTwilio strict() {
        strict = true;
        return this;
    }

    /**
     * The fake's clock, for use in your application. It moves only while someone is waiting. It can be kept over many tests, for
     * example in a static field or a bean: it always shows the time of the running test.
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Sets how long {@link FakePhone#receives} and {@link FakePhone#answers} wait, in real time, for an application that sends or
     * calls a moment later in another thread. Default: 2 seconds. Only a test that fails waits that long.
     */
    public FakeTwilio waitsUpTo(Duration realTime) {
        realTimeLimit = realTime;
        return this;
    }

    /**
     * Sets how many finished things of each kind the fake remembers: texts, calls, recordings, log entries and so on. It forgets
     * those that finished first; reading one over the API is then a 404, as for any unknown SID. It never forgets what has not
     * finished, such as a scheduled text or a call in progress, or what a test has set up. Usage records still count what is
     * forgotten. Of webhooks and messages of browser phones, it remembers at most 2,000. Default: 50,000.
     *
     * <pre>{@code
     * FakeTwilio twilio = FakeTwilio.create().remembers(1_000); // for a load test in little memory
     * }</pre>
     */
    public FakeTwilio remembers(int finished) {
        world().remember(finished);
        return this;
    }

    Duration realTimeLimit() {
        return realTimeLimit;
    }

    /** Advances the clock and runs what becomes due. A negative duration sets the clock back. */
    public FakeTwilio advance(Duration duration) {
        world().timeline().pass(duration);
        settle();
        return this;
    }

    /** Waits until all requested work is done: texts delivered, calls placed, callbacks answered. */
    public FakeTwilio settle() {
        world().background().settle();
        return this;
    }

    /**
     * Injects a fault into the next matching API request.
     *
     * @param request a method and a path, with {@code *} for any characters: {@code POST *Messages.json}
     */
    public FakeTwilio failNext(String request, ApiFault fault) {
        return failNext(1, request, fault);
    }

    /** Injects a fault into this many matching API requests. */
    public FakeTwilio failNext(int times, String request, ApiFault fault) {
        for (int i = 0; i < times; i++) {
            world().faults().planRequest(request, fault);
        }
        return this;
    }

    /** Injects a fault into the next webhook whose URL matches; {@code *} stands for any characters. */
    public FakeTwilio failNextWebhook(String url, WebhookFault fault) {
        world().faults().planWebhook(url, fault);
        return this;
    }

    /** Releases {@linkplain WebhookFault#HELD held} texts, in the order they were sent. */
    public FakeTwilio releaseHeld() {
        world().release();
        return this;
    }

    /** Runs several actions at the same time. Returns when all are done. */
    public FakeTwilio concurrently(Runnable... actions) {
        AtOnce.run(List.of(actions));
        return this;
    }

    /**
     * Sends the requests that reach this fake on to the real API, and records its answers with personal and secret values masked.
     * The client must use the credentials of the real account. The fake answers for itself again when the recorder is closed.
     *
     * <pre>{@code
     * try (Recorder recorder = twilio.record(PassThrough.to("api.twilio.com").savedTo(Path.of("texts.json")))) {
     *     account.send(TextMessage.to(Address.of("+15005550006"), "hola"));
     * }
     * }</pre>
     */
    public Recorder record(PassThrough settings) {
        return lifecycle.substitutes().record(settings);
    }

    /**
     * Answers all requests from a recording until the next test or {@link #reset}. A replay that starts before the first test
     * starts again with each test. A request that the recording doesn't have is answered with status 501.
     */
    public Replay replay(Recording recording) {
        return lifecycle.substitutes().replay(recording);
    }

    /**
     * Runs the requests of a recording on a copy of this fake, as it was set up, and returns where its answers differ. Values that
     * differ in each run, such as SIDs and dates, are compared by their form only, and masked texts not at all.
     */
    public List<Difference> differencesFrom(Recording recording) {
        Backend copy = lifecycle.copyOfSetup();
        try {
            String credentials = accountSid() + ":" + copy.world().accounts().token(accountSid());
            String authorization =
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            return Comparison.differences(recording, accountSid(), authorization, (host, request) -> {
                copy.world().background().settle(); // recorded requests were further apart
                return copy.api().answer(host, request);
            });
        } finally {
            copy.close();
        }
    }

    /** The log of everything that happened. */
    public Log log() {
        return world().log();
    }

    /** The errors and warnings in Twilio's debugger, oldest first. */
    public List<Alert> alerts() {
        settle();
        return world().alerts();
    }

    /** The alerts that must fail a test. */
    private List<Alert> alertsThatFail() {
        return strict ? alerts() : List.of();
    }

    String alertsIfAny() {
        return world().alerts().isEmpty()
                ? ""
                : "Twilio's debugger shows:\n"
                        + Lifecycle.lines(world().alerts()).indent(2);
    }

    /** The texts that the account has sent, delivered or not, oldest first: all that the fake {@linkplain #remembers remembers}. */
    public List<FakeText> sent() {
        settle();
        return world().owned().messages().oldestFirst().stream()
                .filter(message -> !message.is("direction", "inbound"))
                .map(message -> new FakeText(
                        message.text("from"),
                        message.text("to"),
                        message.text("body"),
                        List.of(),
                        message.sid(),
                        world().interactive(message.sid())))
                .toList();
    }

    /** Starts over: clears everything that happened, and keeps what was set up before the first test. */
    public FakeTwilio reset() {
        lifecycle.reset();
        return this;
    }

    /** The account's only number on a channel. */
    Optional<String> onlyNumber(String channel) {
        List<String> numbers = world().owned().numbers().oldestFirst().stream()
                .map(number -> number.text("phone_number"))
                .filter(number -> Address.of(number).channel().equals(channel))
                .toList();
        return numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    Backend backend() {
        return lifecycle.backend();
    }

    private World world() {
        return backend().world();
    }

    /**
     * For other artifacts of Parlance that build on the fake, such as its simulator: a part of its inside.
     *
     * @throws IllegalStateException if the fake has no such part because its artifact is missing
     */
    public <T> T part(Class<T> type) {
        Backend parts = backend();
        return Stream.of(
                        parts.world(),
                        parts.messaging(),
                        parts.telephony(),
                        parts.browsers().orElse(null))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This fake has no " + type.getSimpleName()));
    }

    @Override
    public FakeLifecycle lifecycle() {
        return lifecycle;
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
