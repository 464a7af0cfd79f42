package dev.parlance.spring.dev;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeNumber;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.TwilioConnectionDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Sets the application's webhooks on the fake's number, once the server runs. */
final class FakeNumberSetup implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(FakeNumberSetup.class);

    private final TwilioConnectionDetails details;
    private final FakeTwilio twilio;
    private final ObjectProvider<NumberWebhooks> webhooks;
    private final PublicUrl publicUrl;

    FakeNumberSetup(
            TwilioConnectionDetails details,
            FakeTwilio twilio,
            ObjectProvider<NumberWebhooks> webhooks,
            PublicUrl publicUrl) {
        this.details = details;
        this.twilio = twilio;
        this.webhooks = webhooks;
        this.publicUrl = publicUrl;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String number = details.account().phoneNumber().map(Address::value).orElse(FakeConnectionDetails.NUMBER);
        FakeNumber owned = twilio.number(number);
        webhooks.ifAvailable(found -> {
            found.textPath().ifPresent(path -> owned.onText(publicUrl.at(path)));
            found.callPath().ifPresent(path -> owned.onCall(publicUrl.at(path)));
            LOG.info(
                    "The fake answers for Twilio. Texts to {} go to {}, calls to {}",
                    number,
                    found.textPath().orElse("no webhook"),
                    found.callPath().orElse("no webhook"));
            found.senderPaths().forEach(this::setUp);
        });
    }

    /** A messaging service has no webhook until the test gives it senders. */
    private void setUp(String sender, String path) {
        if (sender.contains(":")) {
            twilio.number(sender).onText(publicUrl.at(path));
            LOG.info("Messages to {} go to {}", sender, path);
        }
    }
}
