package dev.parlance.examples.clinic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Patients rate their visit by text or call. The survey is in {@code src/main/resources/surveys/visit}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ClinicApplication {
    /** Starts the application. */
    public static void main(String[] arguments) {
        SpringApplication.run(ClinicApplication.class, arguments);
    }
}
