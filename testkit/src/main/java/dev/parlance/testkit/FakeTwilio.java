package dev.parlance.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.fault.ApiFault;
import dev.parlance.testkit.fault.WebhookFault;
import dev.parlance.testkit.log.Log;
import dev.parlance.testkit.world.AtOnce;
import dev.parlance.testkit.world.Resource;
import dev.parlance.testkit.world.Shelf;
import dev.parlance.testkit.world.World;
import dev.parlance.webhook.WebhookHandler;
import java.io.Serial;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Twilio on this machine: the API that an application asks, and the people who text and call it. Begin here.
 *
 * <pre>{@code
 * @RegisterExtension static FakeTwilio twilio = FakeTwilio.create();
 *
 * @Test void greets_in_spanish() {
 *     twilio.number("+15005550100").texts(app + "/sms");
 *     twilio.phone("+5215512345678").texts("hola").receives("¡Hola!");
 * }
 * }</pre>
 *
 * <p>As a JUnit extension in a static field it is started once for all tests of a class, and each test begins with what
 * was set up before the first one; in a field of the instance, each test has a fake of its own. {@code
 * @ExtendWith(FakeTwilio.class)} hands it to tests that have it as a parameter. Without JUnit it is {@linkplain #start
 * started} and closed. When a test fails, everything that happened stands below its failure.
 */
public final class FakeTwilio
        implements AutoCloseable,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver,
                TestExecutionExceptionHandler {
    private final FakeAccount account;
    private final Lifecycle lifecycle;
    private boolean strict;

    /** What JUnit calls for {@code @ExtendWith(FakeTwilio.class)}. */
    private FakeTwilio() {
        this(FakeAccount.ofTests());
    }

    private FakeTwilio(FakeAccount account) {
        this.account = account;
        this.lifecycle = new Lifecycle(account);
    }

    /** A fake for JUnit to start and to close. Its account has the same SID and token in each run. */
    public static FakeTwilio create() {
        return new FakeTwilio();
    }

    /** A fake that already answers, to be closed by whoever started it. */
    public static FakeTwilio start() {
        return start(FakeAccount.ofTests());
    }

    /** The same with an account of yours, such as {@link FakeAccount#random()} for a fake that runs beside other programs. */
    public static FakeTwilio start(FakeAccount account) {
        FakeTwilio twilio = new FakeTwilio(account);
        twilio.url();
        return twilio;
    }

    /**
     * Where the API answers, in plain HTTP. A client that can be given a base URL for each of Twilio's hosts is given this
     * with the host's name behind it, as in {@code http://localhost:1234/api.twilio.com}.
     */
    public URI url() {
        return lifecycle.ports().http();
    }

    /** Where the API answers over TLS, with a certificate for all of Twilio's names. */
    public URI secureUrl() {
        return lifecycle.ports().https();
    }

    /**
     * A proxy for clients that cannot be told where to connect, but can be given a proxy, as by {@code HTTPS_PROXY}: they
     * ask for Twilio and are connected with the fake. They have to trust its {@linkplain #certificatePem certificate}.
     */
    public URI proxyUrl() {
        return lifecycle.ports().proxy();
    }

    /** The certificate of the authority that clients have to trust, as a PEM file has it. */
    public String certificatePem() {
        return lifecycle.ports().certificates().authorityPem();
    }

    /** For clients in Java: trusts the fake, and nobody else. */
    public SSLContext sslContext() {
        return lifecycle.ports().certificates().trusting();
    }

    /** The account's SID. */
    public String accountSid() {
        return account.sid();
    }

    /** The account's auth token, with which its webhooks are signed. */
    public String authToken() {
        return account.authToken().reveal();
    }

    /** The account as {@code TwilioAccount.with} takes it; texts come from the first number. */
    public AccountSettings settings() {
        Optional<String> number = world().owned().numbers().oldestFirst().stream()
                .map(owned -> owned.text("phone_number"))
                .findFirst();
        return new AccountSettings(
                accountSid(), Optional.of(Secret.of(authToken())), Optional.empty(), number, number, Optional.empty());
    }

    /** The account as an application finds it in its environment: {@code TWILIO_ACCOUNT_SID} and so on. */
    public Map<String, String> environment() {
        return Map.of("TWILIO_ACCOUNT_SID", accountSid(), "TWILIO_AUTH_TOKEN", authToken());
    }

    /** A number of the account; it is bought when it is first named. */
    public FakeNumber number(String number) {
        Shelf numbers = world().owned().numbers();
        if (world().owned().number(number).isEmpty()) {
            numbers.add(Map.of("account_sid", accountSid(), "phone_number", number, "friendly_name", number));
        }
        return new FakeNumber(() -> world().owned()
                .number(number)
                .orElseThrow(() -> new IllegalStateException(number + " is no longer the account's")));
    }

    /** The SID of a new messaging service with these numbers, which are bought if need be. */
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

    /** Phones in browsers: where their pages connect to, and who is there. */
    public FakeVoiceGateway voiceGateway() {
        return new FakeVoiceGateway(this);
    }

    /**
     * A new application, which calls from browsers go through.
     *
     * @param voiceUrl what is asked when somebody calls
     * @return its SID, for {@code TWILIO_APP_SID}
     */
    public String application(String voiceUrl) {
        return world().owned()
                .applications()
                .add(Map.of("account_sid", accountSid(), "friendly_name", voiceUrl))
                .set("voice_url", voiceUrl)
                .sid();
    }

    /** A new API key of the account, which signs access tokens. */
    public AccountSettings.ApiKey apiKey() {
        String secret = world().owned().nextKeySecret();
        Resource key = world().owned().keys().add(Map.of("account_sid", accountSid(), "secret", secret));
        return new AccountSettings.ApiKey(key.sid(), Secret.of(secret));
    }

    /** What Functions and Assets do that cannot be said over the API. */
    public FakeServerless serverless() {
        return new FakeServerless(() -> stage().api().serverless());
    }

    /** A person's phone; there is one at every number of the world. */
    public FakePhone phone(String number) {
        return new FakePhone(this, number);
    }

    /**
     * Has webhooks to this address, and to all below it, go straight to a handler, without a server or a network.
     *
     * <pre>{@code
     * twilio.app("https://app.example", router);
     * twilio.number("+15005550100").texts("https://app.example/sms");
     * }</pre>
     */
    public FakeTwilio app(String address, WebhookHandler handler) {
        lifecycle.transport().mount(address, handler);
        return this;
    }

    /**
     * Allows webhooks to this host, such as that of a container. Otherwise nothing goes out of this machine, so that a test
     * that names a real address by mistake asks nobody.
     */
    public FakeTwilio reaches(String host) {
        lifecycle.transport().reach(host);
        return this;
    }

    /** From now on it is a trial account, which can text and call verified numbers alone. */
    public FakeTwilio trial() {
        world().accounts().get(accountSid()).set("type", "Trial");
        return this;
    }

    /** Has a number verified, so that a trial account can text and call it, and any account can call from it. */
    public FakeTwilio verified(String number) {
        world().owned()
                .callerIds()
                .add(Map.of("account_sid", accountSid(), "phone_number", number, "friendly_name", number));
        return this;
    }

    /** From now on a test also fails for what Twilio would only warn of, such as an attribute that does not exist. */
    public FakeTwilio strict() {
        strict = true;
        return this;
    }

    /** The fake's clock, for the application to go by. It stands still but where somebody waits. */
    public Clock clock() {
        return world().clock();
    }

    /** Lets time pass, and what is due in it happen; by less than nothing, sets the clock back. */
    public FakeTwilio advance(Duration duration) {
        world().timeline().pass(duration);
        settle();
        return this;
    }

    /** Waits until all that the API was asked for is done: texts delivered, calls placed, callbacks answered. */
    public FakeTwilio settle() {
        world().background().settle();
        return this;
    }

    /** The next request to the API that fits meets this fault: a method and a path, in which a star stands for anything. */
    public FakeTwilio next(String request, ApiFault fault) {
        return next(1, request, fault);
    }

    /** The next few requests that fit meet this fault. */
    public FakeTwilio next(int times, String request, ApiFault fault) {
        for (int i = 0; i < times; i++) {
            world().faults().planRequest(request, fault);
        }
        return this;
    }

    /** The next webhook to a URL that fits meets this fault; a star stands for anything. */
    public FakeTwilio nextWebhook(String url, WebhookFault fault) {
        world().faults().planWebhook(url, fault);
        return this;
    }

    /** Lets the texts go that are {@linkplain WebhookFault#HELD held}, in the order in which they were sent. */
    public FakeTwilio release() {
        world().release();
        return this;
    }

    /** Has several people do something at the same time, and returns when all have done it. */
    public FakeTwilio atOnce(Runnable... deeds) {
        AtOnce.run(List.of(deeds));
        return this;
    }

    /** Everything that happened. */
    public Log log() {
        return world().log();
    }

    /** What Twilio's debugger would show, such as {@code 12100: … Document parse failure …}. */
    public List<String> problems() {
        settle();
        return world().problems().stream().map(World.Problem::toString).toList();
    }

    String problemsIfAny() {
        List<World.Problem> problems = world().problems();
        return problems.isEmpty()
                ? ""
                : "Twilio's debugger shows:\n" + String.valueOf(problems).indent(2);
    }

    /** Every text that the account has sent, the oldest first, whether or not it has arrived. */
    public List<FakeText> sent() {
        settle();
        return world().owned().messages().oldestFirst().stream()
                .filter(message -> !message.is("direction", "inbound"))
                .map(message -> new FakeText(
                        message.text("from"), message.text("to"), message.text("body"), List.of(), message.sid()))
                .toList();
    }

    /** Begins anew: everything that happened is forgotten, and everything that was set up by the first test's beginning stays. */
    public FakeTwilio reset() {
        lifecycle.reset();
        return this;
    }

    Optional<String> onlyNumber() {
        List<Resource> numbers = world().owned().numbers().oldestFirst();
        return numbers.size() == 1 ? Optional.of(numbers.get(0).text("phone_number")) : Optional.empty();
    }

    Stage stage() {
        return lifecycle.stage();
    }

    private World world() {
        return stage().world();
    }

    /** Fails for what Twilio would only warn of, if {@link #strict} was asked for. */
    private void checkStrictly() {
        List<String> problems = problems();
        if (strict && !problems.isEmpty()) {
            throw new AssertionError("Twilio's debugger shows:\n" + String.join("\n", problems));
        }
    }

    @Override
    public void close() {
        lifecycle.close();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        lifecycle.beginClass();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        lifecycle.beginTest();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new WhatHappened(log()));
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isEmpty()) {
                checkStrictly();
            }
        } finally {
            lifecycle.endTest();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        lifecycle.endClass();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeTwilio.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }

    /** The log, where a failure is printed. */
    private static final class WhatHappened extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        WhatHappened(Log log) {
            super("What happened at the fake:\n" + log, null, false, false);
        }
    }
}
