package dev.parlance.examples.clinic;

import dev.parlance.Address;
import dev.parlance.settings.Secret;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the clinic.
 *
 * @param manager the number that gets a text about each low score
 * @param records where completed surveys are posted. Optional
 */
@ConfigurationProperties("clinic")
record ClinicProperties(Address manager, Records records) {
    /** @param secret {@code whsec_} and a key in Base64, which signs the requests */
    record Records(URI url, Secret secret) {}
}
