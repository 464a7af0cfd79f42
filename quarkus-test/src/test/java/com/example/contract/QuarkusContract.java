package com.example.contract;

import dev.parlance.security.contract.ContractSetup;
import dev.parlance.security.contract.RunningAdapter;
import dev.parlance.security.contract.SignedRequestsContract;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;

/** The contract, in an application of Quarkus. */
abstract class QuarkusContract extends SignedRequestsContract {
    private final ContractSetup setup;

    @TestHTTPResource
    URI server;

    QuarkusContract(ContractSetup setup) {
        this.setup = setup;
    }

    @Override
    protected List<ContractSetup> setups() {
        return List.of(setup);
    }

    @Override
    protected RunningAdapter start(ContractSetup started) {
        return new RunningAdapter(server.resolve("/contract"), () -> {});
    }
}
