package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.rest.Domains;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate authority for one fake, and the certificate it signed for all Twilio host names. */
final class Certificates {
    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Parlance fake Twilio")
            .ecdsa256()
            .build();
    private final HandshakeCertificates server =
            new HandshakeCertificates.Builder().heldCertificate(forAllHosts()).build();

    private HeldCertificate forAllHosts() {
        HeldCertificate.Builder certificate = new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName("twilio.com")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .ecdsa256();
        Domains.all().forEach(domain -> certificate.addSubjectAlternativeName("*." + domain));
        return certificate.build();
    }

    SSLSocketFactory server() {
        return server.sslSocketFactory();
    }

    X509Certificate authority() {
        return authority.certificate();
    }

    String authorityPem() {
        return authority.certificatePem();
    }

    /** For clients. Trusts only this fake. */
    SSLContext trusting() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslContext();
    }
}
