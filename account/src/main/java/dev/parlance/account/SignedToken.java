package dev.parlance.account;

import com.twilio.jwt.Jwt;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/**
 * A JSON web token, signed by the SDK. The claims are built here, because the SDK's tokens use the system clock and don't encode
 * the name of an incoming client.
 */
final class SignedToken extends Jwt {
    private final Instant expires;
    private final Map<String, Object> headers;
    private final Map<String, Object> claims;

    SignedToken(
            String issuer, byte[] secret, Instant expires, Map<String, Object> headers, Map<String, Object> claims) {
        super(Jwts.SIG.HS256, secret, issuer, Date.from(expires));
        this.expires = expires;
        this.headers = headers;
        this.claims = claims;
    }

    Token sign() {
        return new Token(toJwt(), expires);
    }

    @Override
    public Map<String, Object> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, Object> getClaims() {
        return claims;
    }
}
