package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verify's factors for authenticator apps. The codes are those of the examples in RFC 6238. */
class AuthenticatorTest {
    /** "12345678901234567890" in Base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest verify = new Rest(twilio, "verify.twilio.com");
    private String ana;

    @BeforeEach
    void setClock() {
        ana = "/v2/Services/" + twilio.verifyService("Acme Bank") + "/Entities/ana-1234-5678";
        twilio.advance(Duration.between(twilio.clock().instant(), Instant.ofEpochSecond(1_111_111_109)));
    }

    private Answer factor(String... more) {
        String[] form = new String[4 + more.length];
        System.arraycopy(new String[] {"FriendlyName", "Ana's phone", "FactorType", "totp"}, 0, form, 0, 4);
        System.arraycopy(more, 0, form, 4, more.length);
        return verify.post(ana + "/Factors", form);
    }

    private String verifiedFactor() {
        String sid = factor("Binding.Secret", SECRET, "Config.CodeLength", "8").sid();
        verify.post(ana + "/Factors/" + sid, "AuthPayload", "07081804");
        return sid;
    }

    @Test
    void a_new_factor_has_a_secret_for_the_app_and_creates_its_entity() {
        Answer factor = factor();

        assertThat(factor.status()).isEqualTo(201);
        assertThat(factor.text("status")).isEqualTo("unverified");
        String secret = factor.json().at("/binding/secret").asText();
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(factor.json().at("/binding/uri").asText())
                .isEqualTo("otpauth://totp/Acme%20Bank:Ana%27s%20phone?secret=" + secret
                        + "&issuer=Acme%20Bank&algorithm=SHA1&digits=6&period=30");
        assertThat(verify.get(ana).sid()).isEqualTo(factor.text("entity_sid"));
        assertThat(verify.get(ana + "/Factors/" + factor.sid()).json().has("binding"))
                .isFalse();
    }

    @Test
    void the_right_code_verifies_a_factor() {
        String path = ana + "/Factors/"
                + factor("Binding.Secret", SECRET, "Config.CodeLength", "8").sid();

        assertThat(verify.post(path, "AuthPayload", "00000000").text("status")).isEqualTo("unverified");
        assertThat(verify.post(path, "AuthPayload", "07081804").text("status")).isEqualTo("verified");
    }

    @Test
    void a_challenge_is_approved_by_the_code_of_its_time() {
        String factor = verifiedFactor();

        Answer wrong = verify.post(ana + "/Challenges", "FactorSid", factor, "AuthPayload", "00000000");
        assertThat(wrong.text("status")).isEqualTo("pending");
        twilio.advance(Duration.ofSeconds(1234567890 - 1111111109).plusSeconds(1));
        Answer right = verify.post(ana + "/Challenges", "FactorSid", factor, "AuthPayload", "89005924");
        assertThat(right.text("status")).isEqualTo("approved");
        assertThat(verify.post(ana + "/Challenges/" + wrong.sid(), "AuthPayload", "89005924")
                        .text("status"))
                .isEqualTo("expired");
    }

    @Test
    void an_unverified_factor_can_not_be_challenged() {
        isError(verify.post(ana + "/Challenges", "FactorSid", factor().sid()), 400, 60200);
    }
}
