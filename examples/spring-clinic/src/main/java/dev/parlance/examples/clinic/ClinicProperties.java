package dev.parlance.examples.clinic;

import dev.parlance.Address;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the clinic.
 *
 * @param manager the number that gets a text about each low score
 */
@ConfigurationProperties("clinic")
record ClinicProperties(Address manager) {}
