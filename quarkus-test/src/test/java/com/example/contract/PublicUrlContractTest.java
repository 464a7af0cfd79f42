package com.example.contract;

import dev.parlance.security.contract.ContractSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ContractProfile.PublicUrl.class)
class PublicUrlContractTest extends QuarkusContract {
    PublicUrlContractTest() {
        super(ContractSetup.PUBLIC_URL);
    }
}
