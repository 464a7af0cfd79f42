package dev.parlance.account;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.ApiRequest;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.AccountSettings.ApiKey;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An account that uses the fake and pauses by the fake's clock. */
final class FakeAccount implements BeforeEachCallback, AfterEachCallback {
    static final String OUR_NUMBER = "+15005550100";

    private final FakeTwilio twilio;
    private final List<Duration> pauses = new ArrayList<>();
    private TwilioAccount account;

    FakeAccount(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        twilio.number(OUR_NUMBER);
        account = with(twilio.settings()).build();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        account.close();
    }

    TwilioAccount account() {
        return account;
    }

    TwilioAccount.Builder with(AccountSettings settings) {
        return TwilioAccount.builder(settings)
                .baseUrl(twilio.url())
                .clock(twilio.clock())
                .pauses(
                        pause -> {
                            pauses.add(pause);
                            twilio.advance(pause);
                        },
                        () -> 0.5);
    }

    /** The account's settings with another text sender, or none. */
    AccountSettings sendingAs(Optional<String> textSender) {
        AccountSettings account = AccountSettings.of(twilio.accountSid(), twilio.authToken());
        return textSender.map(account::withTextSender).orElse(account);
    }

    /** The account's settings with an API key and without a number. */
    AccountSettings withKey() {
        return AccountSettings.of(
                twilio.accountSid(), new ApiKey("SK" + "3".repeat(32), Secret.of("a-secret-that-nobody-has-to-know")));
    }

    List<Duration> pauses() {
        return pauses;
    }

    int requests() {
        return twilio.log().requests().size();
    }

    String path(String behindTheAccount) {
        return "/2010-04-01/Accounts/" + twilio.accountSid() + behindTheAccount;
    }

    /** The only request to this path. */
    ApiRequest request(String method, String behindTheAccount) {
        List<ApiRequest> requests = twilio.log().requests().stream()
                .filter(request -> request.method().equals(method))
                .filter(request -> request.path().equals(path(behindTheAccount)))
                .toList();
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests to this path. What happened:\n" + twilio.log());
        }
        return requests.get(0);
    }

    /** The parameters of the only request to this path. */
    Map<String, List<String>> form(String method, String behindTheAccount) {
        Parameters parameters = request(method, behindTheAccount).parameters();
        Map<String, List<String>> form = new LinkedHashMap<>();
        parameters.names().forEach(name -> form.put(name, parameters.all(name)));
        return form;
    }
}
