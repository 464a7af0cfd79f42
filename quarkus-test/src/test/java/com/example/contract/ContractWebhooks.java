package com.example.contract;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.contract.ContractSetup;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** The check of the contract, in place of the default. */
@Alternative
@Singleton
class ContractWebhooks {
    @Produces
    @Singleton
    SignedWebhooks signedWebhooks(Config config) {
        return config.getValue(ContractProfile.SETUP, ContractSetup.class).signedWebhooks();
    }
}
