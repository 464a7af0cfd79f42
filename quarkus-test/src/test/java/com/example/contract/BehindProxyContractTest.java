package com.example.contract;

import dev.parlance.security.contract.ContractSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ContractProfile.BehindProxy.class)
class BehindProxyContractTest extends QuarkusContract {
    BehindProxyContractTest() {
        super(ContractSetup.BEHIND_PROXY);
    }
}
