package com.example.contract;

import dev.parlance.security.contract.ContractSetup;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** An application for one setup of the contract. */
abstract class ContractProfile implements QuarkusTestProfile {
    static final String SETUP = "contract.setup";

    private final ContractSetup setup;

    ContractProfile(ContractSetup setup) {
        this.setup = setup;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(SETUP, setup.name());
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ContractWebhooks.class);
    }

    /** The headers of a proxy. */
    public static final class BehindProxy extends ContractProfile {
        public BehindProxy() {
            super(ContractSetup.BEHIND_PROXY);
        }
    }

    /** A fixed public URL. */
    public static final class PublicUrl extends ContractProfile {
        public PublicUrl() {
            super(ContractSetup.PUBLIC_URL);
        }
    }

    /** A filter that reads the body first. */
    public static final class FormReadBefore extends ContractProfile {
        public FormReadBefore() {
            super(ContractSetup.FORM_READ_BEFORE);
        }
    }
}
