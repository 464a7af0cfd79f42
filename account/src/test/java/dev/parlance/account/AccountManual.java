package dev.parlance.account;

import com.twilio.rest.serverless.v1.Service;
import dev.parlance.Address;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.PhoneCall.MachineDetection;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The code of docs/ACCOUNT.md, so that it compiles. */
final class AccountManual {
    private AccountManual() {}

    static TwilioAccount opening() {
        // snippet: opening
        TwilioAccount account = TwilioAccount.open(AccountSettings.from(Settings.standard()));
        // end
        return account;
    }

    static TwilioAccount openingWithOptions(AccountSettings settings) {
        // snippet: options
        TwilioAccount account = TwilioAccount.builder(settings)
                .connectTimeout(Duration.ofSeconds(2)) // default: 5 s
                .timeout(Duration.ofSeconds(5)) // for the whole response; default: 15 s
                .retries(RetryPolicy.none()) // default: RetryPolicy.standard()
                .baseUrl(URI.create("http://localhost:1234")) // default: Twilio
                .build();
        // end
        return account;
    }

    static Receipt text(TwilioAccount account) {
        // snippet: text
        Receipt sent = account.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready.")
                .withStatusCallback(URI.create("https://hooks.example.com/status"))
                .withValidity(Duration.ofMinutes(30)));
        // end
        return sent;
    }

    static Receipt call(TwilioAccount account) {
        // snippet: call
        Receipt call = account.place(PhoneCall.to(Address.of("+15005550006"))
                .withTwimlFrom(URI.create("https://hooks.example.com/voice"))
                .withRingTimeout(Duration.ofSeconds(20))
                .withMachineDetection(MachineDetection.END_OF_GREETING, URI.create("https://hooks.example.com/machine"))
                .withRecording(URI.create("https://hooks.example.com/recording"))
                .withStatusCallback(URI.create("https://hooks.example.com/status")));
        // end
        return call;
    }

    static boolean log(TwilioAccount account, String sid, Address ana, Instant yesterday) {
        // snippet: log
        try (Stream<LoggedMessage> messages = account.messages()
                .list(q -> q.withTo(ana).withSentAfter(yesterday).withPageSize(100))) {
            messages.filter(message -> message.error().isPresent()).forEach(System.out::println);
        }
        Optional<LoggedMessage> found = account.messages().get(sid);
        account.messages().redact(sid); // removes the body
        boolean wasThere = account.messages().delete(sid);
        // end
        return wasThere && found.isPresent();
    }

    static void numbers(TwilioAccount account) {
        // snippet: numbers
        account.numbers()
                .list()
                .map(number -> number.webhook(WebhookType.TEXTS))
                .forEach(System.out::println);
        Optional<OwnedNumber> number = account.numbers().find(Address.of("+15005550100"));
        // end
        number.ifPresent(System.out::println);
    }

    static Token token(TwilioAccount account, String application) {
        // snippet: token
        Token token = account.tokens()
                .sign(VoiceAccess.of("ana")
                        .withOutgoing(application, Map.of("customer", "A-17")) // added to the webhook of each call
                        .withIncoming(true)
                        .withLifetime(Duration.ofMinutes(30))); // default: an hour; at most 24
        // end
        return token;
    }

    static String errors(TwilioAccount account, TextMessage text) {
        // snippet: errors
        try {
            return account.send(text).sid();
        } catch (AccountException e) {
            return switch (e.reason()) {
                case OPTED_OUT -> "don't text this person again";
                case RATE_LIMITED, UNAVAILABLE -> "not sent; retry after " + e.retryAfter();
                case UNKNOWN -> "it may have been sent: " + e.getMessage();
                default -> throw e;
            };
        }
        // end
    }

    static void webhooks(TwilioAccount account) {
        // snippet: webhooks
        Webhooks webhooks = account.webhooks();
        WebhookTarget number = WebhookTarget.of("+15005550100"); // or a SID: MG…, AP…, PN…
        WebhookSetting before = webhooks.setUrl(number, WebhookType.TEXTS, URI.create("https://app.example/sms"));
        System.out.println(before); // texts to +15005550100: POST https://old.example/sms
        webhooks.set(before);
        // end
    }

    static Service anything(TwilioAccount account) {
        // snippet: anything
        Service service =
                account.read("a service", client -> Service.fetcher("greetings").fetch(client));
        // end
        return service;
    }
}
