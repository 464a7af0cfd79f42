package com.example.contract;

import dev.parlance.security.contract.ContractSetup;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads the body before the check, if the setup says so. */
@Singleton
class FormReader {
    private static final int EARLY = 1000;

    void register(@Observes Filters filters, Config config) {
        Optional<ContractSetup> setup = config.getOptionalValue(ContractProfile.SETUP, ContractSetup.class);
        if (setup.filter(ContractSetup.FORM_READ_BEFORE::equals).isPresent()) {
            filters.register(FormReader::read, EARLY);
        }
    }

    private static void read(RoutingContext exchange) {
        exchange.request().body().onComplete(read -> exchange.next());
        exchange.request().resume();
    }
}
