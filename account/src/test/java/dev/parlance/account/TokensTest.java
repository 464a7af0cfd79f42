package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.ACCOUNT_SID;
import static dev.parlance.account.LocalTwilio.APPLICATION_SID;
import static dev.parlance.account.LocalTwilio.AUTH_TOKEN;
import static dev.parlance.account.LocalTwilio.KEY_SECRET;
import static dev.parlance.account.LocalTwilio.KEY_SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import com.twilio.jwt.client.ClientCapability;
import com.twilio.jwt.client.IncomingClientScope;
import com.twilio.jwt.client.OutgoingClientScope;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.TwilioRegion;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.750Z");
    private static final long NOW_IN_SECONDS = NOW.getEpochSecond();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tokens withKey = tokens(TwilioAccount.builder(LocalTwilio.settingsWithKey(KEY_SECRET)));
    private final Tokens withToken = tokens(TwilioAccount.builder(LocalTwilio.settings()));

    @Test
    void an_access_token_has_identity_grants_and_expiry() {
        Token token = withKey.sign(VoiceAccess.of("ana_1")
                .withOutgoing(APPLICATION_SID, Map.of("customer", "Ana & Bob = 1"))
                .withIncoming(true)
                .withLifetime(Duration.ofMinutes(30)));

        assertThat(header(token)).isEqualTo(json("{'alg':'HS256','typ':'JWT','cty':'twilio-fpa;v=1'}"));
        assertThat(claims(token))
                .isEqualTo(json("{'iss':'" + KEY_SID + "','sub':'" + ACCOUNT_SID + "','exp':" + (NOW_IN_SECONDS + 1800)
                        + ",'jti':'" + KEY_SID + "-" + NOW_IN_SECONDS + "','grants':{'identity':'ana_1','voice':{"
                        + "'incoming':{'allow':true},'outgoing':{'application_sid':'" + APPLICATION_SID
                        + "','params':{'customer':'Ana & Bob = 1'}}}}}"));
        assertThat(token.expires()).isEqualTo(Instant.ofEpochSecond(NOW_IN_SECONDS + 1800));
    }

    @Test
    void an_access_token_names_the_accounts_region() {
        AccountSettings inIreland =
                LocalTwilio.settingsWithKey(KEY_SECRET).withRegion(new TwilioRegion("ie1", "dublin"));

        Token token = tokens(TwilioAccount.builder(inIreland))
                .sign(VoiceAccess.of("ana").withIncoming(true));

        assertThat(header(token)).isEqualTo(json("{'alg':'HS256','typ':'JWT','cty':'twilio-fpa;v=1','twr':'ie1'}"));
    }

    @Test
    void an_access_token_is_signed_with_the_api_keys_secret() throws GeneralSecurityException {
        Token token = withKey.sign(VoiceAccess.of("ana").withIncoming(true));

        assertThat(signature(token)).isEqualTo(hmac(token, KEY_SECRET));
        assertThat(signature(token)).isNotEqualTo(hmac(token, AUTH_TOKEN));
    }

    @Test
    void an_access_token_has_the_same_claims_as_the_sdks() {
        String sdk = new AccessToken.Builder(ACCOUNT_SID, KEY_SID, KEY_SECRET.getBytes(StandardCharsets.UTF_8))
                .identity("ana")
                .grant(new VoiceGrant()
                        .setIncomingAllow(true)
                        .setOutgoingApplication(APPLICATION_SID, Map.of("customer", "Ana & Bob")))
                .build()
                .toJwt();
        Token ours = withKey.sign(VoiceAccess.of("ana")
                .withOutgoing(APPLICATION_SID, Map.of("customer", "Ana & Bob"))
                .withIncoming(true));

        assertThat(header(ours)).isEqualTo(part(sdk, 0));
        assertThat(withoutTime(claims(ours))).isEqualTo(withoutTime(part(sdk, 1)));
    }

    @Test
    void by_default_an_access_token_lasts_an_hour_and_permits_nothing() {
        JsonNode claims = claims(withKey.sign(VoiceAccess.of("ana")));

        assertThat(claims.path("exp").asLong()).isEqualTo(NOW_IN_SECONDS + 3600);
        assertThat(claims.path("grants")).isEqualTo(json("{'identity':'ana','voice':{}}"));
    }

    @Test
    void a_capability_token_lists_its_scopes() {
        Token token = withToken.sign(Capability.incoming("ana")
                .withOutgoing(APPLICATION_SID, new TreeMap<>(Map.of("customer", "Ana & Bob", "x", "1+1=2")))
                .withLifetime(Duration.ofHours(24)));

        assertThat(header(token)).isEqualTo(json("{'alg':'HS256','typ':'JWT'}"));
        String appParams = "customer%3DAna%2B%2526%2BBob%26x%3D1%252B1%253D2";
        assertThat(claims(token))
                .isEqualTo(json("{'iss':'" + ACCOUNT_SID + "','exp':" + (NOW_IN_SECONDS + 86400)
                        + ",'scope':'scope:client:incoming?clientName=ana scope:client:outgoing?appSid="
                        + APPLICATION_SID + "&clientName=ana&appParams=" + appParams + "'}"));
    }

    @Test
    void a_capability_token_is_signed_with_the_auth_token() throws GeneralSecurityException {
        Token token = withToken.sign(Capability.incoming("ana"));

        assertThat(signature(token)).isEqualTo(hmac(token, AUTH_TOKEN));
    }

    @Test
    void a_capability_token_has_the_same_claims_as_the_sdks() {
        String sdk = new ClientCapability.Builder(ACCOUNT_SID, AUTH_TOKEN.getBytes(StandardCharsets.UTF_8))
                .scopes(List.of(
                        new IncomingClientScope("ana"),
                        new OutgoingClientScope.Builder(APPLICATION_SID)
                                .clientName("ana")
                                .params(Map.of("customer", "Ana & Bob"))
                                .build()))
                .build()
                .toJwt();
        Token ours = withToken.sign(
                Capability.incoming("ana").withOutgoing(APPLICATION_SID, Map.of("customer", "Ana & Bob")));

        assertThat(withoutTime(claims(ours))).isEqualTo(withoutTime(part(sdk, 1)));
    }

    @Test
    void an_anonymous_phone_can_only_make_calls() {
        assertThat(claims(withToken.sign(Capability.anonymous(APPLICATION_SID, Map.of())))
                        .path("scope")
                        .asText())
                .isEqualTo("scope:client:outgoing?appSid=" + APPLICATION_SID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana@example.com", "ana bob", "añá", "ana-bob", "ana\n"})
    void an_identity_consists_of_letters_digits_and_underscores(String identity) {
        assertThatThrownBy(() -> VoiceAccess.of(identity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters, digits and underscores");
        assertThatThrownBy(() -> Capability.incoming(identity)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_identity_has_at_most_121_characters() {
        assertThat(VoiceAccess.of("a".repeat(121)).identity()).hasSize(121);
        assertThatThrownBy(() -> VoiceAccess.of("a".repeat(122)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("122 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.9S", "-PT1S", "PT24H1S"})
    void a_token_is_valid_for_a_second_to_a_day(Duration life) {
        assertThatThrownBy(() -> VoiceAccess.of("ana").withLifetime(life))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24 hours");
        assertThatThrownBy(() -> Capability.incoming("ana").withLifetime(life))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_application_needs_a_valid_sid() {
        assertThatThrownBy(() -> VoiceAccess.of("ana").withOutgoing("my application"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AP");
    }

    @Test
    void a_short_secret_is_reported_with_its_setting() {
        Tokens tokens = tokens(TwilioAccount.builder(LocalTwilio.settingsWithKey("short")));

        assertThatThrownBy(() -> tokens.sign(VoiceAccess.of("ana")))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("TWILIO_API_SECRET has 5")
                .hasMessageNotContaining("short:");
    }

    @Test
    void missing_credentials_are_reported_for_each_kind_of_token() {
        assertThatThrownBy(() -> withToken.sign(VoiceAccess.of("ana")))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("TWILIO_API_KEY");
        assertThatThrownBy(() -> withKey.sign(Capability.incoming("ana")))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("TWILIO_AUTH_TOKEN");
    }

    @Test
    void to_string_hides_the_token() {
        Token token = withKey.sign(VoiceAccess.of("ana"));

        assertThat(token.toString()).doesNotContain(token.value()).contains("expires=2026-03-01T13:00:00Z");
    }

    private static Tokens tokens(TwilioAccount.Builder options) {
        return options.clock(Clock.fixed(NOW, ZoneOffset.UTC)).build().tokens();
    }

    private static JsonNode header(Token token) {
        return part(token.value(), 0);
    }

    private static JsonNode claims(Token token) {
        return part(token.value(), 1);
    }

    private static String signature(Token token) {
        return token.value().split("\\.", 3)[2];
    }

    private static JsonNode part(String token, int index) {
        return json(new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[index]), StandardCharsets.UTF_8));
    }

    private static JsonNode withoutTime(JsonNode claims) {
        return ((ObjectNode) claims).without(List.of("exp", "jti"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String hmac(Token token, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = token.value().substring(0, token.value().lastIndexOf('.'));
        byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }
}
