package dev.parlance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.TextMessage;
import dev.parlance.testkit.ForEachTest;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How exceptions report Twilio's refusals. */
class RefusalsTest {
    private static final String NUMBER = "+5215512345678";
    private static final String WORDS = "nobody may read this";
    private static final TextMessage TEXT = TextMessage.to(Address.of(NUMBER), WORDS);

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    401 | 20003 | UNAUTHORIZED | credentials
                    403 | 20005 | UNAUTHORIZED | suspended
                    404 | 20404 | REFUSED     | no such resource
                    429 | 20429 | RATE_LIMITED | more slowly
                    400 | 21211 | BAD_ADDRESS | country code
                    400 | 21212 | REFUSED     | TWILIO_PHONE_NUMBER
                    400 | 21214 | BAD_ADDRESS | cannot be called
                    400 | 21215 | UNAUTHORIZED | Voice geographic permissions
                    400 | 21219 | UNAUTHORIZED | trial account
                    400 | 21408 | UNAUTHORIZED | Messaging geographic permissions
                    400 | 21602 | REFUSED     | neither a body nor media
                    400 | 21603 | REFUSED     | No sender
                    400 | 21606 | REFUSED     | messaging service
                    400 | 21608 | UNAUTHORIZED | trial account
                    400 | 21610 | OPTED_OUT   | START
                    429 | 21611 | RATE_LIMITED | waiting to be sent
                    400 | 21612 | BAD_ADDRESS | another number
                    400 | 21614 | BAD_ADDRESS | mobile number
                    400 | 21617 | REFUSED     | 1600 characters
                    400 | 21620 | REFUSED     | media
                    400 | 21635 | BAD_ADDRESS | landline
                    400 | 21910 | REFUSED     | same prefix
                    400 | 63007 | REFUSED     | channel
                    400 | 63016 | REFUSED     | template
                    400 | 29999 | REFUSED     | Read Twilio's page
                    """)
    void an_error_code_becomes_a_reason_and_an_explanation(int status, int code, Reason reason, String sentence) {
        twilio.failNext("POST *", ApiFault.error(status, code, "The 'To' number " + NUMBER + " with " + WORDS));
        TwilioAccount account =
                fake.with(twilio.settings()).retries(RetryPolicy.none()).build();

        AccountException failure = failureOf(() -> account.send(TEXT));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.code()).contains(code);
        assertThat(failure.httpStatus()).contains(status);
        assertThat(failure.moreInfo()).contains(URI.create("https://www.twilio.com/docs/errors/" + code));
        assertThat(failure).hasMessageContaining(sentence).hasMessageContaining("error " + code);
    }

    @Test
    void the_message_names_the_request_without_its_content() {
        twilio.phone(NUMBER).textsTo(FakeAccount.OUR_NUMBER, "STOP");

        assertThat(failureOf(() -> fake.account().send(TEXT)))
                .hasMessage("POST api.twilio.com/2010-04-01/Accounts/…/Messages.json failed: error 21610, HTTP 400."
                        + " The recipient replied STOP to this sender. Send nothing more until the recipient sends START."
                        + " See https://www.twilio.com/docs/errors/21610");
    }

    private static AccountException failureOf(ThrowingCallable request) {
        return catchThrowableOfType(AccountException.class, request);
    }
}
