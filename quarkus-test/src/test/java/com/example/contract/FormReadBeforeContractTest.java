package com.example.contract;

import dev.parlance.security.contract.ContractSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ContractProfile.FormReadBefore.class)
class FormReadBeforeContractTest extends QuarkusContract {
    FormReadBeforeContractTest() {
        super(ContractSetup.FORM_READ_BEFORE);
    }
}
